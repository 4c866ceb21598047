import type { Palette } from '@/kaidian/palette'
import { canvas, COMMON } from './canvas'
import type { Drawing } from './index'
import { ground, spark } from './parts'

const { white, cream, sand, wood, woodDark, coral, gold, ink, steel, steelDark, leaf, leafDark } = COMMON

/** 320 × 240, on the disc that all services stand on. */
const drawn =
  (body: (palette: Palette) => string): Drawing =>
  (palette) =>
    canvas(320, 240, ground(palette.tintStrong, palette.tint) + body(palette))

const line = (path: string, colour: string, width: number): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/** A blackboard with a sum on it, and an apple. */
const blackboard = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<path d="M82 58h156a6 6 0 016 6v92a6 6 0 01-6 6H82a6 6 0 01-6-6V64a6 6 0 016-6z" fill="${wood}"/><path d="M86 68h148v84H86z" fill="${accentPressed}"/><path d="M86 152h148v10H86z" fill="${woodDark}"/>` +
    line('M104 92h36M104 110h24M160 130l14-34 14 34M165 118h18M206 100v22M195 111h22', white, 6) +
    `<path d="M104 128h40" stroke="${gold}" stroke-width="6" stroke-linecap="round"/><path d="M120 162l-16 34M200 162l16 34" stroke="${wood}" stroke-width="9" stroke-linecap="round"/>` +
    `<path d="M160 176c-16-10-28 2-24 18 3 12 14 20 24 14 10 6 21-2 24-14 4-16-8-28-24-18z" fill="${coral}"/><path d="M160 176c0-8 4-13 10-15" stroke="${woodDark}" stroke-width="4" fill="none" stroke-linecap="round"/><path d="M164 168c6-8 14-8 19-4-4 7-11 9-19 4z" fill="${leaf}"/>` +
    spark(258, 66, 12, gold) +
    spark(58, 120, 9, accent) +
    spark(262, 150, 7, tintLine),
)

/** A robot on a screen, and blocks of code. */
const coding = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<rect x="74" y="62" width="172" height="112" rx="12" fill="${ink}"/><rect x="82" y="70" width="156" height="96" rx="6" fill="${white}"/><path d="M56 178h208a8 8 0 01-8 12H64a8 8 0 01-8-12z" fill="${steelDark}"/><path d="M136 178h48l-4 6h-40z" fill="${steel}"/>` +
    `<rect x="94" y="84" width="56" height="16" rx="5" fill="${coral}"/><rect x="102" y="104" width="44" height="16" rx="5" fill="${accent}"/><rect x="102" y="124" width="54" height="16" rx="5" fill="${gold}"/><rect x="94" y="144" width="36" height="14" rx="5" fill="${tintLine}"/>` +
    `<path d="M198 96V84" stroke="${accentPressed}" stroke-width="4"/><circle cx="198" cy="81" r="5" fill="${coral}"/><rect x="174" y="94" width="48" height="38" rx="11" fill="${accent}"/><rect x="180" y="101" width="36" height="22" rx="8" fill="${white}"/><circle cx="190" cy="111" r="4" fill="${ink}"/><circle cx="206" cy="111" r="4" fill="${ink}"/>` +
    line('M193 118q5 4 10 0', ink, 2.5) +
    `<rect x="180" y="135" width="36" height="23" rx="7" fill="${accentPressed}"/><rect x="191" y="142" width="14" height="9" rx="3" fill="${gold}"/>` +
    line('M176 142l-9 9M220 142l9-9', accentPressed, 5) +
    spark(264, 56, 12, gold) +
    spark(56, 84, 9, coral),
)

/** A running shoe, and a medal. */
const run = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<path d="M204 34h18l16 44h-18zM256 34h-18l-16 44h18z" fill="${coral}"/><circle cx="229" cy="94" r="24" fill="${gold}"/><circle cx="229" cy="94" r="16" fill="${cream}"/><path d="M229 84l3 7 7 .6-5.500 4.800 1.800 7-6.300-3.800-6.300 3.800 1.800-7-5.500-4.800 7-.6z" fill="${gold}"/>` +
    `<path d="M70 116c14 8 32 4 44-12l10-12 34 34c18 14 44 16 72 24 14 4 20 12 20 24H66c-6-18-4-40 4-58z" fill="${accent}"/><path d="M70 116c14 8 32 4 44-12l10-12 12 12c-14 24-40 32-70 24z" fill="${accentPressed}"/>` +
    line('M136 104l-14 12M148 116l-14 12M160 126l-12 12', white, 6) +
    `<path d="M64 158c40 12 66-14 104-8 26 4 50 8 82 16v8H66z" fill="${white}" opacity=".35"/><path d="M62 174h192a10 10 0 010 16H74a12 12 0 01-12-16z" fill="${white}"/><path d="M66 182h190" stroke="${tintLine}" stroke-width="4" stroke-linecap="round"/>` +
    line('M30 132h22M22 152h28M34 172h16', tintLine, 6) +
    spark(84, 76, 10, gold),
)

/** A bucket of suds, a spray and a brush. */
const cleaning = drawn(
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M208 96h34l6 20v66a8 8 0 01-8 8h-30a8 8 0 01-8-8v-66z" fill="${coral}"/><path d="M202 128h46v34h-46z" fill="${cream}"/><path d="M212 80h26v16h-26z" fill="${white}"/><path d="M198 62h40a4 4 0 014 4v14h-34l-4 10h-10z" fill="${ink}"/><path d="M190 62h8v10h-8z" fill="${steelDark}"/>` +
    `<g fill="${tintLine}"><circle cx="174" cy="54" r="5"/><circle cx="160" cy="66" r="4"/><circle cx="172" cy="76" r="3.500"/></g>` +
    line('M84 122c0-58 92-58 92 0', steel, 6) +
    `<path d="M78 122h104l-10 62a8 8 0 01-8 7H96a8 8 0 01-8-7z" fill="${accent}"/><path d="M78 122h104l-2.500 16h-99z" fill="${accentPressed}"/><g fill="${white}"><circle cx="94" cy="114" r="14"/><circle cx="116" cy="104" r="18"/><circle cx="142" cy="108" r="16"/><circle cx="164" cy="114" r="13"/></g><circle cx="128" cy="84" r="9" fill="${white}"/><circle cx="125" cy="81" r="3" fill="${tint}"/><circle cx="112" cy="70" r="5" fill="${white}"/><path d="M110 152h40" stroke="${white}" stroke-width="6" stroke-linecap="round" opacity=".5"/>` +
    spark(264, 60, 11, gold) +
    spark(56, 92, 9, gold),
)

/** A lectern with a microphone, before rows of heads. */
const lecture = drawn(
  ({ accent, accentPressed, tintStrong, tintLine }) =>
    `<rect x="92" y="44" width="136" height="78" rx="6" fill="${white}"/>` +
    line('M112 66h60M112 84h92M112 102h44', tintLine, 6) +
    `<path d="M122 116h76l-8 22h-60z" fill="${accentPressed}"/><path d="M134 138h52l-4 44h-44z" fill="${accent}"/><circle cx="160" cy="158" r="9" fill="${white}" opacity=".85"/>` +
    line('M160 116v-14l8-8', ink, 4) +
    `<rect x="164" y="80" width="12" height="18" rx="6" fill="${ink}" transform="rotate(38 170 89)"/>` +
    `<g fill="${accentPressed}"><circle cx="82" cy="188" r="15"/><path d="M56 232c0-18 12-28 26-28s26 10 26 28z"/><circle cx="238" cy="188" r="15"/><path d="M212 232c0-18 12-28 26-28s26 10 26 28z"/></g><g fill="${coral}"><circle cx="134" cy="198" r="15"/><path d="M108 240c0-18 12-28 26-28s26 10 26 28z"/></g><g fill="${gold}"><circle cx="188" cy="198" r="15"/><path d="M162 240c0-18 12-28 26-28s26 10 26 28z"/></g>` +
    spark(258, 74, 11, gold) +
    spark(62, 96, 9, coral) +
    spark(250, 120, 6, tintStrong),
)

/** A pile of books with a cup on it. */
const books = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<rect x="78" y="164" width="164" height="26" rx="5" fill="${accent}"/><path d="M232 168h10v18h-10z" fill="${cream}"/><path d="M98 164h12v26H98z" fill="${gold}"/>` +
    `<rect x="92" y="138" width="140" height="26" rx="5" fill="${coral}"/><path d="M92 142h10v18H92z" fill="${cream}"/><path d="M198 138h8v26h-8z" fill="${white}" opacity=".7"/>` +
    `<rect x="84" y="112" width="144" height="26" rx="5" fill="${accentPressed}"/><path d="M218 116h10v18h-10z" fill="${cream}"/><path d="M104 122h40" stroke="${white}" stroke-width="5" stroke-linecap="round" opacity=".6"/>` +
    `<path d="M128 74h44v26a12 12 0 01-12 12h-20a12 12 0 01-12-12z" fill="${white}"/><path d="M172 80h6a9 9 0 010 20h-8" fill="none" stroke="${white}" stroke-width="6"/><path d="M128 82h44v6h-44z" fill="${tintLine}"/>` +
    line('M142 62c-5-7 5-11 0-18M158 62c-5-7 5-11 0-18', tintLine, 5) +
    `<g transform="rotate(14 232 86)"><path d="M220 48h28v58l-14-10-14 10z" fill="${gold}"/></g>` +
    spark(66, 96, 10, coral) +
    spark(258, 150, 8, gold),
)

/** A stethoscope around a chart. */
const clinic = drawn(
  ({ accent, accentPressed, tint, tintLine }) =>
    `<rect x="104" y="56" width="112" height="138" rx="10" fill="${accent}"/><rect x="114" y="70" width="92" height="114" rx="4" fill="${white}"/><rect x="138" y="48" width="44" height="20" rx="7" fill="${accentPressed}"/>` +
    `<path d="M150 84h20v14h14v20h-14v14h-20v-14h-14V98h14z" fill="${coral}"/>` +
    line('M128 148h64M128 164h40', tintLine, 6) +
    line('M206 66c34 0 48 18 46 46-2 22-18 30-18 52', ink, 6) +
    `<circle cx="234" cy="172" r="14" fill="${steel}"/><circle cx="234" cy="172" r="7" fill="${tint}"/>` +
    `<g transform="rotate(-28 82 158)"><rect x="54" y="148" width="56" height="22" rx="11" fill="${gold}"/><path d="M82 148h17a11 11 0 010 22H82z" fill="${white}"/></g>` +
    spark(84, 84, 10, gold) +
    spark(256, 70, 8, coral),
)

/** A racket and a ball. */
const tennis = drawn(
  ({ accent, accentPressed, tint, tintLine }) =>
    `<g transform="rotate(36 160 120)"><ellipse cx="160" cy="88" rx="46" ry="54" fill="${tint}"/><g stroke="${tintLine}" stroke-width="3">${[-30, -15, 0, 15, 30].map((at) => `<path d="M${160 + at} ${Math.abs(at) > 20 ? 48 : 36}v${Math.abs(at) > 20 ? 80 : 104}"/>`).join('')}${[-36, -18, 0, 18, 36].map((at) => `<path d="M${Math.abs(at) > 30 ? 128 : 116} ${88 + at}h${Math.abs(at) > 30 ? 64 : 88}"/>`).join('')}</g><ellipse cx="160" cy="88" rx="46" ry="54" fill="none" stroke="${accent}" stroke-width="9"/><path d="M142 138l12 26M178 138l-12 26" stroke="${accent}" stroke-width="8" stroke-linecap="round"/><rect x="151" y="158" width="18" height="62" rx="8" fill="${accentPressed}"/><path d="M151 176h18M151 188h18M151 200h18" stroke="${white}" stroke-width="3" opacity=".5"/></g>` +
    `<circle cx="104" cy="82" r="24" fill="${gold}"/>` +
    line('M86 68c10 6 14 18 8 34M122 68c-10 4-14 14-12 24', white, 4) +
    line('M62 118l-12 12M74 128l-8 10', tintLine, 5) +
    spark(250, 170, 10, coral) +
    spark(248, 62, 8, gold),
)

/** A shuttlecock over a net. */
const badminton = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<path d="M52 128h216v54H52z" fill="${white}" opacity=".6"/><g stroke="${tintLine}" stroke-width="3">${Array.from({ length: 13 }, (_, at) => `<path d="M${58 + at * 17} 128v54"/>`).join('')}<path d="M52 146h216M52 164h216"/></g><path d="M46 120h228v10H46z" fill="${white}"/><path d="M44 112h10v84H44zM266 112h10v84h-10z" fill="${accentPressed}"/>` +
    `<g transform="rotate(38 172 82)"><path d="M146 40l16 54h20l16-54-13 8-13-10-13 10z" fill="${white}"/><path d="M150 60h44M156 78h32" stroke="${tintLine}" stroke-width="4"/><path d="M160 92h24v6a12 12 0 01-24 0z" fill="${accent}"/></g>` +
    line('M206 40l12-12M222 54l14-10', tintLine, 5) +
    spark(88, 76, 11, gold) +
    spark(254, 92, 8, coral),
)

/** A camera on its stand, and a soft light. */
const studio = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<path d="M58 64l52-14 14 52-52 14z" fill="${white}"/><path d="M58 64l52-14 14 52-52 14z" fill="none" stroke="${ink}" stroke-width="5" stroke-linejoin="round"/>` +
    line('M96 112l6 80M102 192l-20 12M102 192l20 12', ink, 5) +
    `<path d="M160 108h28l8 10h28a10 10 0 0110 10v40a10 10 0 01-10 10h-76a10 10 0 01-10-10v-40a10 10 0 0110-10h4z" fill="${accent}"/><circle cx="190" cy="148" r="23" fill="${white}"/><circle cx="190" cy="148" r="16" fill="${ink}"/><circle cx="185" cy="143" r="5" fill="${tintLine}"/><circle cx="222" cy="130" r="4" fill="${gold}"/><path d="M180 178h20v8h-20z" fill="${accentPressed}"/>` +
    line('M188 186l-26 26M190 186v26M192 186l26 26', ink, 6) +
    line('M130 118l10 6M134 104l10 2', gold, 5) +
    spark(250, 82, 12, gold) +
    spark(240, 60, 6, coral),
)

/** A car under suds. */
const carWash = drawn(
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M84 128l18-38a16 16 0 0114-9h66a20 20 0 0116 8l28 39z" fill="${accentPressed}"/><path d="M102 126l13-28a8 8 0 017-4h26v32zM158 94h24a10 10 0 018 4l20 28h-52z" fill="${tint}"/><path d="M58 140a14 14 0 0114-14h166a26 26 0 0126 26v20a8 8 0 01-8 8H66a8 8 0 01-8-8z" fill="${accent}"/><path d="M58 154h16v10H58zM248 150h16v12h-16z" fill="${gold}"/><path d="M146 144h18" stroke="${white}" stroke-width="5" stroke-linecap="round" opacity=".7"/>` +
    [106, 214]
      .map(
        (x) => `<circle cx="${x}" cy="180" r="22" fill="${ink}"/><circle cx="${x}" cy="180" r="10" fill="${steel}"/>`,
      )
      .join('') +
    `<g fill="${white}"><circle cx="92" cy="92" r="13"/><circle cx="108" cy="78" r="10"/><circle cx="214" cy="86" r="14"/><circle cx="234" cy="98" r="10"/><circle cx="196" cy="74" r="8"/><circle cx="70" cy="122" r="9"/></g>` +
    line('M120 36v14M160 28v16M200 36v14M140 54v10M180 54v10', tintLine, 6) +
    spark(268, 76, 11, gold) +
    spark(50, 82, 9, coral),
)

/** A marked sheet and a pencil. */
const exam = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<g transform="rotate(-6 150 120)"><rect x="92" y="44" width="116" height="152" rx="8" fill="${white}"/><path d="M108 66h54" stroke="${accentPressed}" stroke-width="8" stroke-linecap="round"/>${[92, 118, 144, 170].map((y, row) => `<rect x="108" y="${y - 8}" width="16" height="16" rx="4" fill="${row === 2 ? tintLine : accent}"/>${row === 2 ? '' : line(`M112 ${y}l3 3.500 6-6.500`, white, 3)}<path d="M136 ${y}h${row % 2 ? 36 : 52}" stroke="${tintLine}" stroke-width="6" stroke-linecap="round"/>`).join('')}</g>` +
    `<circle cx="222" cy="74" r="27" fill="${coral}"/><path d="M210 75l9 9 16-18" fill="none" stroke="${white}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>` +
    `<g transform="rotate(38 226 158)"><path d="M218 108h18v72l-9 18-9-18z" fill="${gold}"/><path d="M218 180h18l-9 18z" fill="${sand}"/><path d="M218 108h18v14h-18z" fill="${coral}"/><path d="M224 191h6l-3 7z" fill="${ink}"/></g>` +
    spark(70, 88, 10, gold) +
    spark(66, 170, 8, coral),
)

/** Kettlebells before a rack of plates. */
const gym = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<path d="M60 84h200v9H60z" fill="${steelDark}"/><g fill="${ink}"><rect x="82" y="56" width="14" height="66" rx="6"/><rect x="224" y="56" width="14" height="66" rx="6"/></g><g fill="${accentPressed}"><rect x="68" y="66" width="12" height="46" rx="5"/><rect x="240" y="66" width="12" height="46" rx="5"/></g>` +
    `<path d="M134 130a26 22 0 1152 0" fill="none" stroke="${accent}" stroke-width="12"/><path d="M118 166a42 38 0 0184 0c0 12-4 20-10 26h-64c-6-6-10-14-10-26z" fill="${accent}"/><circle cx="160" cy="162" r="17" fill="${white}"/><path d="M153 162h14M160 155v14" stroke="${accent}" stroke-width="6" stroke-linecap="round"/>` +
    `<rect x="218" y="146" width="34" height="46" rx="9" fill="${coral}"/><rect x="227" y="134" width="16" height="14" rx="4" fill="${ink}"/><path d="M226 164h18" stroke="${white}" stroke-width="5" stroke-linecap="round"/><rect x="72" y="164" width="40" height="28" rx="14" fill="${tintLine}"/><circle cx="92" cy="178" r="6" fill="${white}"/>` +
    spark(160, 58, 10, gold) +
    spark(272, 118, 8, coral),
)

/** Somebody who sits cross-legged on a mat. */
const yoga = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<circle cx="160" cy="106" r="58" fill="${gold}" opacity=".28"/><ellipse cx="160" cy="190" rx="88" ry="13" fill="${tintLine}"/>` +
    `<path d="M104 182c-10-4-8-18 6-22l50-18 50 18c14 4 16 18 6 22-18 6-40-2-56-8-16 6-38 14-56 8z" fill="${accentPressed}"/>` +
    line('M146 112c-10 14-22 30-34 46M174 112c10 14 22 30 34 46', '#eebd95', 11) +
    `<path d="M142 104c6-6 30-6 36 0 4 16 2 34 0 52h-36c-2-18-4-36 0-52z" fill="${accent}"/><path d="M153 88h14v14a7 7 0 01-14 0z" fill="#dca67c"/><circle cx="160" cy="74" r="19" fill="#eebd95"/><path d="M140 74c-2-16 8-25 20-25s22 9 20 25c-6-3-9-8-10-12-8 5-18 6-24 4-2 3-4 6-6 8z" fill="#3d3032"/><circle cx="160" cy="46" r="9" fill="#3d3032"/>` +
    line('M152 77q3 2 5 0M163 77q3 2 5 0', ink, 2.2) +
    line('M156 84q4 3 8 0', ink, 2.2) +
    `<path d="M70 182c-14-8-18-24-14-38 12 8 18 22 14 38zM250 182c14-8 18-24 14-38-12 8-18 22-14 38z" fill="${leaf}"/><path d="M72 182c-2-12 4-24 16-30 2 14-4 26-16 30zM248 182c2-12-4-24-16-30-2 14 4 26 16 30z" fill="${leafDark}"/>` +
    spark(240, 72, 9, coral) +
    spark(78, 78, 8, gold),
)

/** A dog and a cat. */
const pets = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<path d="M70 122c-10-30-4-52 12-58l22 22h20l22-22c16 6 22 28 12 58 6 40-14 66-44 66s-50-26-44-66z" fill="${sand}"/><path d="M82 64c-16 6-22 28-12 58 4-16 12-26 24-32zM146 64c16 6 22 28 12 58-4-16-12-26-24-32z" fill="${wood}"/><ellipse cx="114" cy="150" rx="26" ry="22" fill="${cream}"/><path d="M106 138h16a4 4 0 013 7l-8 8a4 4 0 01-6 0l-8-8a4 4 0 013-7z" fill="${ink}"/><circle cx="94" cy="120" r="6" fill="${ink}"/><circle cx="134" cy="120" r="6" fill="${ink}"/>` +
    line('M114 155v5q-6 6-12 2M114 160q6 6 12 2', ink, 3) +
    `<path d="M80 178c20 12 48 12 68 0v12c-20 10-48 10-68 0z" fill="${accent}"/><circle cx="114" cy="196" r="7" fill="${gold}"/>` +
    `<path d="M170 138l-4-44 28 18c8-3 20-3 28 0l28-18-4 44c8 28-8 50-38 50s-46-22-38-50z" fill="${steelDark}"/><path d="M176 128l-3-22 15 10zM240 128l3-22-15 10z" fill="${coral}"/><circle cx="194" cy="142" r="5.500" fill="${ink}"/><circle cx="222" cy="142" r="5.500" fill="${ink}"/><path d="M204 154h8l-4 5z" fill="${coral}"/>` +
    line('M208 159v4q-4 5-9 2M208 163q4 5 9 2', ink, 2.6) +
    line('M180 156l-16-3M180 163l-15 4M236 156l16-3M236 163l15 4', white, 2.6) +
    `<path d="M184 182c14 7 34 7 48 0v9c-14 7-34 7-48 0z" fill="${accentPressed}"/>` +
    spark(258, 74, 10, gold) +
    spark(52, 92, 8, tintLine),
)

/** A keyboard and notes. */
const music = drawn(
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M66 130h188a8 8 0 018 8v46a8 8 0 01-8 8H66a8 8 0 01-8-8v-46a8 8 0 018-8z" fill="${accentPressed}"/><path d="M68 146h184v38H68z" fill="${white}"/><g stroke="${tintLine}" stroke-width="2.500">${Array.from({ length: 7 }, (_, at) => `<path d="M${91 + at * 23} 146v38"/>`).join('')}</g><g fill="${ink}">${[0, 1, 3, 4, 5].map((at) => `<rect x="${84 + at * 23}" y="146" width="14" height="23" rx="2"/>`).join('')}<rect x="222" y="146" width="14" height="23" rx="2"/></g>` +
    `<g fill="${accent}"><ellipse cx="118" cy="106" rx="14" ry="11" transform="rotate(-18 118 106)"/><ellipse cx="182" cy="92" rx="14" ry="11" transform="rotate(-18 182 92)"/></g>` +
    line('M130 102V54l64-14v48', accent, 7) +
    line('M130 66l64-14', accent, 7) +
    `<circle cx="230" cy="88" r="9" fill="${coral}"/>` +
    line('M238 85V58q10 4 12 16', coral, 5) +
    spark(84, 74, 11, gold) +
    spark(258, 112, 8, tint),
)

/** Waves, and somebody who swims in them. */
const swim = drawn(
  ({ accent, accentPressed, tintLine }) =>
    `<circle cx="216" cy="66" r="20" fill="${gold}" opacity=".85"/><circle cx="186" cy="112" r="17" fill="#eebd95"/><path d="M170 106a17 17 0 0133-4c-8 6-22 8-33 4z" fill="${coral}"/>` +
    line('M160 138c-12-14-26-26-46-30l-28 22', '#eebd95', 11) +
    `<path d="M56 140c16-12 32-12 48 0s32 12 48 0 32-12 48 0 32 12 64 0v52H56z" fill="${accent}"/><path d="M56 162c16-12 32-12 48 0s32 12 48 0 32-12 48 0 32 12 64 0v30H56z" fill="${accentPressed}"/>` +
    line('M78 178h22M140 180h26M206 178h22', tintLine, 5) +
    spark(84, 80, 9, gold) +
    spark(256, 108, 8, coral),
)

/** A brush, a palette. */
const painting = drawn(
  ({ accent, accentPressed, tint }) =>
    `<path d="M160 56c54 0 92 28 92 68 0 28-20 34-40 30-16-4-28 2-26 16 2 16-8 26-32 26-52 0-88-28-88-70s40-70 94-70z" fill="${wood}"/><circle cx="202" cy="146" r="11" fill="${tint}"/><circle cx="112" cy="104" r="15" fill="${accent}"/><circle cx="150" cy="84" r="14" fill="${coral}"/><circle cx="192" cy="92" r="14" fill="${gold}"/><circle cx="102" cy="144" r="14" fill="${white}"/><circle cx="132" cy="168" r="13" fill="${leaf}"/>` +
    `<g transform="rotate(38 214 128)"><path d="M208 46h12v76h-12z" fill="${woodDark}"/><path d="M205 118h18v18h-18z" fill="${steel}"/><path d="M205 136h18c2 16-4 22-9 32-5-10-11-16-9-32z" fill="${accentPressed}"/></g>` +
    spark(66, 74, 10, gold) +
    spark(264, 176, 8, coral),
)

export const trades: Readonly<Record<string, Drawing>> = {
  class: blackboard,
  coding,
  run,
  cleaning,
  lecture,
  books,
  clinic,
  tennis,
  badminton,
  studio,
  'car-wash': carWash,
  exam,
  gym,
  yoga,
  pets,
  music,
  swim,
  painting,
}
