import { canvas, COMMON } from './canvas'
import type { Drawing } from './index'
import { ground, spark } from './parts'

const { white, cream, sand, wood, coral, gold, ink, steel, steelDark, leaf } = COMMON

/** Scissors and a comb. */
const cut: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<g transform="rotate(-38 160 120)"><path d="M92 136h136a5 5 0 015 5v9H87v-9a5 5 0 015-5z" fill="${wood}"/>${Array.from({ length: 18 }, (_, i) => `<path d="M${90 + i * 8} 148h4.500v24a2.250 2.250 0 01-4.500 0z" fill="${wood}"/>`).join('')}</g>` +
      `<g stroke-linecap="round"><path d="M136 62l34 78" stroke="${steelDark}" stroke-width="13"/><path d="M196 58l-42 82" stroke="${steel}" stroke-width="13"/></g><circle cx="162" cy="122" r="5" fill="${ink}"/>` +
      `<circle cx="184" cy="166" r="20" fill="none" stroke="${accent}" stroke-width="11"/><circle cx="136" cy="166" r="20" fill="none" stroke="${accentPressed}" stroke-width="11"/>` +
      spark(244, 74, 15, gold) +
      spark(80, 92, 10, coral) +
      spark(250, 166, 8, tintLine),
  )

/** Waves of hair around a curling iron. */
const perm: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<g fill="none" stroke-linecap="round" stroke-width="13"><path d="M98 46c26 12 26 30 4 40s-22 30 4 40 26 30 4 40-18 22 0 32" stroke="#6b4a3a"/><path d="M126 44c26 12 26 32 4 42s-22 30 4 40 26 30 4 40-18 20 0 30" stroke="#8a614b"/><path d="M154 46c26 12 26 30 4 40s-22 30 4 40 26 30 4 40-18 22 0 32" stroke="#6b4a3a"/></g>` +
      `<g transform="rotate(24 214 120)"><path d="M206 46a9 9 0 0118 0v74h-18z" fill="${steel}"/><path d="M210 42v76" stroke="${white}" stroke-width="3" opacity=".7"/><path d="M198 118h34l-3 66a13 13 0 01-28 0z" fill="${accent}"/><path d="M198 118h34v14h-34z" fill="${accentPressed}"/><path d="M228 96l14 26-8 12z" fill="${accentPressed}"/><circle cx="215" cy="154" r="5" fill="${white}" opacity=".85"/><path d="M215 194c2 14-10 18-8 30" fill="none" stroke="${ink}" stroke-width="4"/></g>` +
      spark(262, 62, 13, gold) +
      spark(66, 150, 9, coral) +
      spark(74, 66, 7, tintLine),
  )

/** A bowl of colour, its brush, and swatches. */
const dye: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<g transform="translate(64 54)"><rect width="32" height="52" rx="7" fill="#6b4a3a"/><rect x="12" y="16" width="32" height="52" rx="7" fill="${coral}"/><rect x="24" y="32" width="32" height="52" rx="7" fill="${gold}"/></g>` +
      `<g transform="rotate(32 210 90)"><path d="M202 26h14v74h-14z" fill="${wood}"/><path d="M197 96h24v16h-24z" fill="${steelDark}"/><path d="M195 112h28l-4 34a10 10 0 01-20 0z" fill="${accentPressed}"/></g>` +
      `<path d="M104 128h120a4 4 0 014 4c0 36-26 60-64 60s-64-24-64-60a4 4 0 014-4z" fill="${white}"/><path d="M108 134h112c-1 12-8 20-22 20-12 0-14 10-26 10s-12-12-26-12c-20 0-36-6-38-18z" fill="${accent}"/><path d="M138 192h52v9h-52z" fill="${tintLine}"/>` +
      spark(256, 92, 11, gold) +
      spark(70, 168, 9, coral),
  )

/** Towels, stones and a candle. */
const spa: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<path d="M82 168h156v14H82z" fill="${wood}"/><rect x="94" y="138" width="96" height="30" rx="15" fill="${white}"/><rect x="94" y="110" width="96" height="30" rx="15" fill="${accent}"/><circle cx="109" cy="125" r="7" fill="${accentPressed}"/><circle cx="109" cy="153" r="7" fill="${tintLine}"/>` +
      `<rect x="200" y="124" width="30" height="44" rx="4" fill="${cream}"/><path d="M215 96c10 12 8 22 0 26-8-4-10-14 0-26z" fill="${gold}"/><path d="M142 108c-18-8-26-24-22-40 16 4 24 20 22 40z" fill="${leaf}"/><path d="M142 108c2-20 14-32 30-34 0 18-12 32-30 34z" fill="${leaf}" opacity=".75"/>` +
      spark(240, 78, 10, coral),
  )

/** A dumb-bell and a mat. */
const fitness: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<rect x="84" y="150" width="152" height="34" rx="17" fill="${tintLine}"/><circle cx="219" cy="167" r="10" fill="${white}"/><g transform="rotate(-18 160 108)"><path d="M112 101h96v14h-96z" fill="${steel}"/><rect x="88" y="78" width="20" height="60" rx="8" fill="${accent}"/><rect x="110" y="88" width="14" height="40" rx="6" fill="${accentPressed}"/><rect x="212" y="78" width="20" height="60" rx="8" fill="${accent}"/><rect x="196" y="88" width="14" height="40" rx="6" fill="${accentPressed}"/></g>` +
      spark(94, 74, 11, gold) +
      spark(246, 138, 8, coral),
  )

/** A camera on a table. */
const photo: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<path d="M132 78h56l10 18h-76z" fill="${accentPressed}"/><rect x="88" y="94" width="144" height="90" rx="14" fill="${accent}"/><path d="M88 118h144v10H88z" fill="${accentPressed}"/><circle cx="160" cy="140" r="34" fill="${white}"/><circle cx="160" cy="140" r="24" fill="${ink}"/><circle cx="152" cy="132" r="7" fill="${tintLine}"/><circle cx="212" cy="108" r="5" fill="${gold}"/>` +
      spark(244, 72, 12, gold) +
      spark(76, 80, 9, coral),
  )

/** An open book and a pencil. */
const lesson: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<path d="M160 88c-20-14-44-16-68-12v92c24-4 48-2 68 12z" fill="${white}"/><path d="M160 88c20-14 44-16 68-12v92c-24-4-48-2-68 12z" fill="${cream}"/><path d="M84 84h8v84c24-4 48-2 68 12 20-14 44-16 68-12V84h8v94c-28-6-54-2-76 12-22-14-48-18-76-12z" fill="${accent}"/><path d="M106 102c14-1 28 1 40 6M106 122c14-1 28 1 40 6M174 108c12-5 26-7 40-6" stroke="${tintLine}" stroke-width="5" stroke-linecap="round" fill="none"/><g transform="rotate(40 214 118)"><path d="M206 70h16v66l-8 16-8-16z" fill="${gold}"/><path d="M206 136h16l-8 16z" fill="${sand}"/><path d="M206 70h16v12h-16z" fill="${coral}"/></g><path d="M160 88v92" stroke="${accentPressed}" stroke-width="3" opacity=".4"/>`,
  )

/** A day marked on a calendar: for services without a picture of their own. */
const service: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    320,
    240,
    ground(tintStrong, tint) +
      `<rect x="100" y="70" width="120" height="112" rx="14" fill="${white}"/><path d="M100 84a14 14 0 0114-14h92a14 14 0 0114 14v18H100z" fill="${accent}"/><path d="M128 58v22M192 58v22" stroke="${accentPressed}" stroke-width="8" stroke-linecap="round"/>${[
        0, 1, 2,
      ]
        .flatMap((row) => [0, 1, 2, 3].map((column) => [column, row] as const))
        .map(
          ([column, row]) =>
            `<circle cx="${121 + column * 26}" cy="${120 + row * 22}" r="6" fill="${column === 2 && row === 1 ? accent : tintLine}" opacity="${column === 2 && row === 1 ? 1 : 0.55}"/>`,
        )
        .join('')}` +
      spark(242, 84, 13, gold) +
      spark(78, 150, 9, coral),
  )

export const services: Readonly<Record<string, Drawing>> = { cut, perm, dye, spa, fitness, photo, lesson, service }
