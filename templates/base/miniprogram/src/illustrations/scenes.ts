import type { Palette } from '@/kaidian/palette'
import { canvas, COMMON } from './canvas'
import type { Drawing } from './index'
import { cloud, lamp, plant, runner, sun } from './parts'

const { white, cream, sand, wood, woodDark, leaf, leafDark, coral, gold, ink, steel, steelDark } = COMMON

/** 480 × 260: wall or sky, and the floor it stands on. */
const scene =
  (floor: string, body: (palette: Palette) => string): Drawing =>
  (palette) =>
    canvas(
      480,
      260,
      `<path d="M0 0h480v260H0z" fill="${palette.tintStrong}"/><path d="M0 202h480v58H0z" fill="${floor}"/>${body(palette)}`,
    )

const window = (x: number, y: number, width: number, height: number, glass: string, frame: string): string =>
  `<path d="M${x} ${y}h${width}v${height}H${x}z" fill="${glass}"/><path d="M${x} ${y}h${width}v${height}H${x}zM${x + width / 2} ${y}v${height}M${x} ${y + height / 2}h${width}" fill="none" stroke="${frame}" stroke-width="5"/>`

const tree = (x: number, y: number, size: number, colour: string): string =>
  `<path d="M${x - 4} ${y}v-${size}h8v${size}z" fill="${woodDark}"/><circle cx="${x}" cy="${y - size - 12}" r="${size * 0.62}" fill="${colour}"/>`

/** Desks with screens in a bright classroom. */
const school = scene(
  sand,
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M150 44h180v96H150z" fill="${accentPressed}"/><path d="M150 44h180v96H150z" fill="none" stroke="${wood}" stroke-width="8"/><g fill="none" stroke="${white}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"><path d="M196 76l-20 18 20 18M284 76l20 18-20 18M252 70l-22 50"/></g>` +
    window(36, 44, 84, 96, white, tintLine) +
    window(360, 44, 84, 96, white, tintLine) +
    lamp(84, 6, accent) +
    lamp(402, 6, accent) +
    [90, 240, 390]
      .map(
        (x, at) =>
          `<path d="M${x - 58} 186h116v10H${x - 58}z" fill="${wood}"/><path d="M${x - 48} 196h7v38h-7zM${x + 41} 196h7v38h-7z" fill="${woodDark}"/><rect x="${x - 30}" y="146" width="60" height="36" rx="4" fill="${ink}"/><rect x="${x - 26}" y="150" width="52" height="28" rx="2" fill="${tint}"/><path d="M${x - 18} 158h16M${x - 12} 166h22" stroke="${[coral, gold, accent][at]}" stroke-width="5" stroke-linecap="round"/><path d="M${x - 6} 182h12v4h-12z" fill="${ink}"/>`,
      )
      .join('') +
    plant(462, 204, coral),
)

/** Runners on the way to the finish, past towers and trees. */
const city = scene(
  '#cfd6d3',
  ({ accent, accentPressed, tint, tintLine }) =>
    sun(396, 58, 26) +
    cloud(60, 28) +
    cloud(250, 18, 0.8) +
    `<g fill="${tintLine}"><path d="M18 110h46v92H18zM74 78h38v124H74zM124 126h50v76h-50zM318 96h42v106h-42zM372 130h50v72h-50zM432 84h40v118h-40z"/></g><g fill="${tint}" opacity=".8"><path d="M28 122h8v10h-8zM44 122h8v10h-8zM28 144h8v10h-8zM44 144h8v10h-8zM84 92h7v10h-7zM96 92h7v10h-7zM84 114h7v10h-7zM96 114h7v10h-7zM328 110h8v10h-8zM343 110h8v10h-8zM328 132h8v10h-8zM442 98h8v10h-8zM456 98h8v10h-8zM442 120h8v10h-8z"/></g>` +
    tree(190, 202, 22, leaf) +
    tree(300, 202, 26, leafDark) +
    `<path d="M0 202h480v6H0z" fill="${leaf}"/><path d="M0 236h480" stroke="${white}" stroke-width="5" stroke-dasharray="28 20"/>` +
    `<path d="M196 60h8v150h-8zM436 60h8v150h-8z" fill="${accentPressed}"/><path d="M190 52h260v36H190z" fill="${accent}"/><g fill="${white}">${Array.from({ length: 13 }, (_, at) => `<path d="M${190 + at * 20} ${at % 2 ? 70 : 52}h20v18h-20z" opacity=".9"/>`).join('')}</g>` +
    runner(116, 238, coral, ink, '#eebd95', '#3d3032') +
    runner(252, 246, accent, accentPressed, '#f3cba9', '#5d4034') +
    runner(366, 236, gold, accentPressed, '#dca67c', '#2b2a2f'),
)

/** A stage and its audience. */
const hall = scene(
  woodDark,
  ({ accent, accentPressed, tintLine }) =>
    `<path d="M104 24h272v134H104z" fill="${white}"/><path d="M104 24h272v134H104z" fill="none" stroke="${tintLine}" stroke-width="5"/><path d="M140 58h110M140 82h168M140 106h80" stroke="${tintLine}" stroke-width="8" stroke-linecap="round"/><path d="M300 136v-34M322 136V84M344 136v-46" stroke="${accent}" stroke-width="13" stroke-linecap="round"/>` +
    `<path d="M0 0h78c10 60 6 120-18 190H0zM480 0h-78c-10 60-6 120 18 190h60z" fill="${accent}"/><path d="M20 0c8 70 4 130-8 190M50 0c8 60 4 120-14 190M460 0c-8 70-4 130 8 190M430 0c-8 60-4 120 14 190" stroke="${accentPressed}" stroke-width="6" fill="none"/>` +
    `<path d="M46 182h388v22H46z" fill="${wood}"/><path d="M232 130h44l-5 52h-34z" fill="${accentPressed}"/><path d="M226 122h56v10h-56z" fill="${accent}"/><path d="M254 122v-14" stroke="${ink}" stroke-width="4" stroke-linecap="round"/><circle cx="254" cy="104" r="6" fill="${ink}"/>` +
    [30, 100, 170, 240, 310, 380, 450]
      .map(
        (x, at) =>
          `<circle cx="${x}" cy="216" r="16" fill="${[ink, '#6b4b3d', '#2b2a2f', '#5d4034'][at % 4]}"/><path d="M${x - 28} 262c0-20 12-32 28-32s28 12 28 32z" fill="${[coral, accentPressed, gold, tintLine][at % 4]}"/>`,
      )
      .join(''),
)

/** A living room that has just been cleaned. */
const home = scene(
  sand,
  ({ accent, accentPressed, tintLine }) =>
    window(52, 38, 108, 92, white, tintLine) +
    `<path d="M40 26h16v112H40zM156 26h16v112h-16z" fill="${coral}" opacity=".8"/>` +
    lamp(262, 22, accent) +
    `<path d="M360 60h72v54h-72z" fill="${cream}"/><path d="M360 60h72v54h-72z" fill="none" stroke="${wood}" stroke-width="5"/><path d="M368 106l18-24 12 14 10-10 16 20z" fill="${leaf}"/>` +
    `<ellipse cx="240" cy="228" rx="170" ry="16" fill="${tintLine}" opacity=".6"/><path d="M150 136h180a16 16 0 0116 16v44H134v-44a16 16 0 0116-16z" fill="${accentPressed}"/><path d="M122 160a16 16 0 0116-14h8v38h188v-38h8a16 16 0 0116 14v48H122z" fill="${accent}"/><path d="M150 164h88v24h-88zM242 164h88v24h-88z" fill="${accentPressed}" opacity=".6"/><path d="M136 208h12v14h-12zM332 208h12v14h-12z" fill="${woodDark}"/><rect x="164" y="146" width="36" height="30" rx="7" fill="${gold}" transform="rotate(-10 182 161)"/>` +
    `<path d="M412 128l-26 96" stroke="${wood}" stroke-width="7" stroke-linecap="round"/><path d="M374 214l28 8-4 18-36-10z" fill="${steelDark}"/><path d="M420 196h44l-5 40h-34z" fill="${coral}"/><circle cx="432" cy="192" r="9" fill="${white}"/><circle cx="448" cy="189" r="11" fill="${white}"/>` +
    plant(84, 214, white),
)

/** A doctor's room. */
const practice = scene(
  '#dfe5e2',
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M40 40h108v84H40z" fill="${white}"/><path d="M94 56v52M68 82h52" stroke="${coral}" stroke-width="18" stroke-linecap="round"/>` +
    window(330, 36, 112, 92, white, tintLine) +
    lamp(240, 12, accent) +
    `<path d="M250 152h180a10 10 0 0110 10v12H240v-12a10 10 0 0110-10z" fill="${white}"/><path d="M240 172h200v14H240z" fill="${accent}"/><path d="M256 186h10v44h-10zM414 186h10v44h-10z" fill="${steelDark}"/><rect x="390" y="134" width="46" height="22" rx="10" fill="${tint}"/><path d="M300 152h60v20h-60z" fill="${tintLine}" opacity=".5"/>` +
    `<path d="M46 168h134v10H46z" fill="${wood}"/><path d="M56 178h8v52h-8zM162 178h8v52h-8z" fill="${woodDark}"/><rect x="74" y="130" width="52" height="34" rx="4" fill="${ink}"/><rect x="78" y="134" width="44" height="26" rx="2" fill="${tint}"/><path d="M82 148h8l5-8 7 14 5-6h10" fill="none" stroke="${accentPressed}" stroke-width="3"/><path d="M94 164h12v4H94z" fill="${ink}"/><rect x="138" y="146" width="14" height="22" rx="3" fill="${coral}"/>` +
    plant(208, 214, white),
)

/** A court with its net, seen from the stands. */
const court = scene(
  leaf,
  ({ accent, accentPressed, tintLine }) =>
    sun(86, 52) +
    cloud(300, 24) +
    tree(30, 140, 34, leafDark) +
    tree(446, 140, 36, leafDark) +
    tree(396, 136, 26, leaf) +
    `<path d="M0 130h480v12H0z" fill="${tintLine}"/><path d="M0 140h480v120H0z" fill="${leafDark}"/><path d="M96 150h288l84 110H12z" fill="${accent}"/><g fill="none" stroke="${white}" stroke-width="4"><path d="M96 150h288l84 110H12zM240 150v110M76 176h328M126 150L62 260M354 150l64 110"/></g>` +
    `<path d="M34 172h412v36H34z" fill="${white}" opacity=".45"/><g stroke="${white}" stroke-width="2" opacity=".7">${Array.from({ length: 27 }, (_, at) => `<path d="M${42 + at * 15} 172v36"/>`).join('')}<path d="M34 184h412M34 196h412"/></g><path d="M30 166h420v8H30z" fill="${white}"/><path d="M26 160h8v54h-8zM446 160h8v54h-8z" fill="${accentPressed}"/><circle cx="306" cy="116" r="13" fill="${gold}"/><path d="M296 108c6 4 7 11 4 18M316 108c-6 3-7 9-5 14" stroke="${white}" stroke-width="2.500" fill="none"/>`,
)

/** Backdrop, lights and a stool. */
const photoRoom = scene(
  sand,
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M140 24h200v150c0 24 20 44 52 54H88c32-10 52-30 52-54z" fill="${tintLine}"/><path d="M130 16h220v12H130z" fill="${ink}"/><circle cx="240" cy="100" r="54" fill="${tint}" opacity=".7"/>` +
    `<path d="M214 166h52v12h-52z" fill="${woodDark}"/><path d="M222 178l-10 48M258 178l10 48M240 178v46" stroke="${wood}" stroke-width="7" stroke-linecap="round"/><path d="M240 166c-14-14-14-38 0-52 14 14 14 38 0 52z" fill="${leaf}"/><path d="M228 150h24l-4 18h-16z" fill="${coral}"/>` +
    `<path d="M34 52l68-16 14 60-68 16z" fill="${white}"/><path d="M34 52l68-16 14 60-68 16z" fill="none" stroke="${ink}" stroke-width="6" stroke-linejoin="round"/><path d="M82 104l8 122M90 226l-24 12M90 226l24 12" stroke="${ink}" stroke-width="6" stroke-linecap="round"/><path d="M446 62a34 34 0 01-60 24z" fill="${white}"/><path d="M446 62L386 86" stroke="${ink}" stroke-width="6" stroke-linecap="round"/><path d="M416 84v142M416 226l-24 12M416 226l24 12" stroke="${ink}" stroke-width="6" stroke-linecap="round"/>` +
    `<rect x="330" y="176" width="52" height="34" rx="7" fill="${accent}"/><path d="M344 168h22l5 9h-32z" fill="${accentPressed}"/><circle cx="356" cy="193" r="12" fill="${white}"/><circle cx="356" cy="193" r="7" fill="${ink}"/><path d="M356 210v6M356 214l-18 24M356 214l18 24" stroke="${ink}" stroke-width="5" stroke-linecap="round"/>`,
)

/** A car in a wash bay. */
const garage = scene(
  '#c9d1ce',
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M40 36h400v20H40z" fill="${accentPressed}"/><path d="M40 56h22v150H40zM418 56h22v150h-22z" fill="${accent}"/><g fill="${white}" opacity=".9"><path d="M84 36h28l-16 20H68zM140 36h28l-16 20h-28zM196 36h28l-16 20h-28zM252 36h28l-16 20h-28zM308 36h28l-16 20h-28zM364 36h28l-16 20h-28z"/></g>` +
    `<rect x="70" y="66" width="36" height="128" rx="16" fill="${coral}"/><rect x="374" y="66" width="36" height="128" rx="16" fill="${coral}"/><g stroke="${white}" stroke-width="4" opacity=".6"><path d="M78 84h20M78 104h20M78 124h20M78 144h20M78 164h20M382 84h20M382 104h20M382 124h20M382 144h20M382 164h20"/></g>` +
    `<path d="M164 148l22-42a20 20 0 0118-10h68a24 24 0 0120 10l30 42z" fill="${ink}"/><path d="M184 146l16-32a8 8 0 017-4h28v36zM246 110h28a10 10 0 018 4l22 32h-58z" fill="${tint}"/><path d="M132 160a16 16 0 0116-16h174a28 28 0 0128 28v22a10 10 0 01-10 10H142a10 10 0 01-10-10z" fill="${gold}"/><path d="M132 172h16v12h-16zM334 170h16v14h-16z" fill="${white}"/>` +
    [184, 300]
      .map(
        (x) => `<circle cx="${x}" cy="204" r="25" fill="${ink}"/><circle cx="${x}" cy="204" r="11" fill="${steel}"/>`,
      )
      .join('') +
    `<g fill="${white}"><circle cx="176" cy="112" r="13"/><circle cx="192" cy="96" r="10"/><circle cx="304" cy="110" r="14"/><circle cx="322" cy="126" r="10"/><circle cx="140" cy="142" r="9"/><circle cx="240" cy="88" r="9"/></g><g stroke="${tintLine}" stroke-width="5" stroke-linecap="round"><path d="M150 66v14M194 66v10M240 64v12M286 66v10M330 66v14"/></g><path d="M90 240c40-8 80-8 120 0M270 242c40-8 80-8 120 0" stroke="${white}" stroke-width="5" fill="none" stroke-linecap="round" opacity=".7"/>`,
)

/** A mirror, mats and a plant. */
const movement = scene(
  wood,
  ({ accent, accentPressed, tint, tintLine }) =>
    `<path d="M120 30h240v132H120z" fill="${white}" opacity=".8"/><path d="M120 30h240v132H120zM240 30v132" fill="none" stroke="${tintLine}" stroke-width="5"/><path d="M146 140l60-84M270 140l44-62" stroke="${tint}" stroke-width="10" stroke-linecap="round"/><path d="M0 200h480v5H0z" fill="${woodDark}" opacity=".5"/>` +
    sun(60, 62, 30) +
    `<path d="M56 176h368" stroke="${woodDark}" stroke-width="7" stroke-linecap="round"/><path d="M110 176v28M370 176v28" stroke="${woodDark}" stroke-width="6"/><path d="M60 216h108l-16 30H36zM194 216h108l4 30H190zM326 216h100l32 30H338z" fill="${accent}"/><rect x="300" y="206" width="20" height="20" rx="10" fill="${coral}"/><circle cx="420" cy="150" r="26" fill="${accentPressed}"/><path d="M402 140q18-10 36 0" stroke="${white}" stroke-width="4" fill="none" opacity=".5"/>` +
    plant(40, 200, coral),
)

export const scenes: Readonly<Record<string, Drawing>> = {
  school,
  city,
  hall,
  home,
  practice,
  court,
  'photo-room': photoRoom,
  garage,
  movement,
}
