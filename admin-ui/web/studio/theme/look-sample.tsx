import type { Look } from '@kaidian/runtime/domain/booking.ts'
import { paletteOf } from '@kaidian/runtime/domain/palette.ts'

/** What tells the looks apart, in the units of the drawing: 120 × 168. */
const SHAPES = {
  calm: { banner: 46, corner: 7, inset: 8, gap: 6, row: 32, button: 9 },
  crisp: { banner: 36, corner: 0, inset: 0, gap: 1, row: 30, button: 0 },
  warm: { banner: 62, corner: 11, inset: 8, gap: 8, row: 60, button: 12 },
} as const

/** A home page in small, as the mini-program would be with this accent (`#rrggbb`) and look. */
export function LookSample({
  look,
  accent,
  dark,
}: {
  readonly look: Look
  readonly accent: string
  readonly dark: boolean
}) {
  const colours = paletteOf(accent, look, dark)
  const { banner, corner, inset, gap, row, button } = SHAPES[look]
  const top = banner - (look === 'crisp' ? 0 : 14)
  const rows = look === 'warm' ? [0] : [0, 1]
  const first = top + 36 + gap
  return (
    <svg viewBox="0 0 120 168" aria-hidden="true" className="look-sample">
      <rect width="120" height="168" fill={colours.ground} />
      <rect width="120" height={banner} fill={colours.tintStrong} />
      <circle cx="88" cy={banner * 0.4} r={banner * 0.24} fill={colours.tintLine} opacity="0.55" />
      <path d={`M0 ${banner} L34 ${banner * 0.45} L70 ${banner} Z`} fill={colours.tintLine} opacity="0.4" />
      <rect x={inset} y={top} width={120 - 2 * inset} height="36" rx={corner} fill={colours.surface} />
      {look === 'warm' ? (
        <text x="60" y={top + 18} textAnchor="middle" className="look-sample-serif" fill={colours.ink}>
          开店
        </text>
      ) : (
        <rect x={inset + 8} y={top + 9} width="44" height="6" fill={colours.ink} />
      )}
      <rect
        x={look === 'warm' ? 38 : inset + 8}
        y={top + 23}
        width={look === 'warm' ? 44 : 60}
        height="4"
        fill={colours.inkFaint}
      />
      {rows.map((at) => {
        const y = first + at * (row + gap)
        return (
          <g key={at}>
            <rect x={inset} y={y} width={120 - 2 * inset} height={row} rx={corner} fill={colours.surface} />
            {look === 'crisp' && <rect x="8" y={y} width="104" height="1" fill={colours.lineStrong} />}
            {look === 'warm' ? (
              <path
                d={`M${inset} ${y + 30} V${y + corner} q0 -${corner} ${corner} -${corner} H${112 - corner} q${corner} 0 ${corner} ${corner} V${y + 30} Z`}
                fill={colours.tint}
              />
            ) : (
              <rect
                x={look === 'crisp' ? 92 : inset + 6}
                y={y + 6}
                width="20"
                height="20"
                rx={corner / 2}
                fill={colours.tint}
              />
            )}
            <rect
              x={look === 'calm' ? inset + 32 : 14}
              y={look === 'warm' ? y + 37 : y + 9}
              width="40"
              height="5"
              fill={colours.ink}
            />
            <rect
              x={look === 'calm' ? inset + 32 : 14}
              y={look === 'warm' ? y + 47 : y + 19}
              width="26"
              height="4"
              fill={look === 'crisp' ? colours.ink : colours.accentText}
            />
          </g>
        )
      })}
      <rect y="146" width="120" height="22" fill={colours.raised} />
      <rect x="62" y="149" width="50" height="16" rx={button} fill={colours.accent} />
      <rect x="76" y="155" width="22" height="4" fill={colours.onAccent} />
    </svg>
  )
}
