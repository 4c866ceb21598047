import { canvas, COMMON } from './canvas'
import type { Drawing } from './index'
import { lamp, plant } from './parts'

const { white, cream, sand, wood, woodDark, coral, gold, ink, steel } = COMMON

const bottle = (x: number, y: number, colour: string, height: number): string =>
  `<path d="M${x} ${y}v-${height}a5 5 0 015-5h8a5 5 0 015 5v${height}z" fill="${colour}"/><path d="M${x + 6} ${y - height - 14}h6v10h-6z" fill="${ink}" opacity=".7"/>`

/** A chair before a mirror, from the side a guest comes in. */
const salon: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    480,
    260,
    `<path d="M0 0h480v260H0z" fill="${tintStrong}"/><path d="M0 196h480v64H0z" fill="${sand}"/><path d="M0 196h480v5H0z" fill="${wood}" opacity=".5"/>` +
      `<path d="M34 34h92v112H34z" fill="${white}" opacity=".75"/><path d="M80 34v112M34 90h92" stroke="${tintLine}" stroke-width="4"/><path d="M34 34h92v112H34z" fill="none" stroke="${tintLine}" stroke-width="5"/>` +
      lamp(170, 30, accent) +
      lamp(334, 22, accent) +
      `<path d="M214 164V88a46 46 0 0192 0v76z" fill="${white}"/><path d="M214 164V88a46 46 0 0192 0v76z" fill="none" stroke="${accent}" stroke-width="6"/><path d="M236 150l48-70M256 152l36-52" stroke="${tintLine}" stroke-width="6" stroke-linecap="round" opacity=".7"/>` +
      `<path d="M196 166h128v12H196z" fill="${wood}"/><path d="M204 178h8v40h-8zM308 178h8v40h-8z" fill="${woodDark}"/>` +
      bottle(288, 166, coral, 22) +
      bottle(218, 166, tintLine, 16) +
      `<path d="M352 96h104v7H352z" fill="${wood}"/>` +
      bottle(360, 96, accent, 26) +
      bottle(384, 96, gold, 18) +
      bottle(408, 96, coral, 30) +
      bottle(432, 96, tint, 22) +
      `<path d="M238 214h44v10h-44z" fill="${steel}"/><path d="M255 190h10v28h-10z" fill="${steel}"/><path d="M228 178h64a8 8 0 018 8 10 10 0 01-10 10h-60a10 10 0 01-10-10 8 8 0 018-8z" fill="${accentPressed}"/><path d="M236 124h48a12 12 0 0112 12v44h-72v-44a12 12 0 0112-12z" fill="${accent}"/><path d="M216 160h14v22h-6a8 8 0 01-8-8zM290 160h14v14a8 8 0 01-8 8h-6z" fill="${accentPressed}"/>` +
      plant(70, 196, coral) +
      plant(420, 200, white),
  )

/** A small shop with an awning. */
const shop: Drawing = ({ accent, accentPressed, tint, tintStrong, tintLine }) =>
  canvas(
    480,
    260,
    `<path d="M0 0h480v260H0z" fill="${tintStrong}"/><circle cx="400" cy="54" r="24" fill="${gold}" opacity=".85"/><path d="M40 70a16 16 0 0126-12 20 20 0 0136 6 14 14 0 010 28H54a14 14 0 01-14-22z" fill="${white}" opacity=".9"/>` +
      `<path d="M0 206h480v54H0z" fill="${sand}"/><path d="M118 84h244v122H118z" fill="${cream}"/><path d="M118 70h244v22H118z" fill="${tintLine}"/>` +
      `<path d="M140 126h116v64H140z" fill="${white}"/><path d="M140 126h116v64H140z" fill="none" stroke="${wood}" stroke-width="6"/><path d="M198 126v64" stroke="${wood}" stroke-width="5"/><path d="M150 176l30-40M212 178l30-42" stroke="${tint}" stroke-width="8" stroke-linecap="round"/>` +
      `<path d="M282 122h56v84h-56z" fill="${accent}"/><path d="M292 132h36v40h-36z" fill="${white}" opacity=".85"/><circle cx="328" cy="182" r="3.500" fill="${gold}"/>` +
      `<path d="M108 74h264l12 34H96z" fill="${accent}"/><path d="M152 74h44l-4 34h-48zM240 74h44l4 34h-48zM328 74h44l12 34h-48z" fill="${white}" opacity=".92"/>` +
      `<path d="M96 108h48a24 12 0 01-48 0zM192 108h48a24 12 0 01-48 0zM288 108h48a24 12 0 01-48 0z" fill="${accentPressed}"/><path d="M144 108h48a24 12 0 01-48 0zM240 108h48a24 12 0 01-48 0zM336 108h48a24 12 0 01-48 0z" fill="${white}"/>` +
      plant(90, 200, coral) +
      plant(398, 200, white),
  )

/** A room, a court or a machine that can be booked. */
const room: Drawing = ({ accent, tintStrong, tintLine }) =>
  canvas(
    120,
    120,
    `<path d="M0 0h120v120H0z" fill="${tintStrong}"/><path d="M34 98V34a6 6 0 016-6h40a6 6 0 016 6v64z" fill="${accent}"/><path d="M44 40h32v22H44zM44 68h32v22H44z" fill="${white}" opacity=".22"/><circle cx="77" cy="66" r="3.500" fill="${gold}"/><path d="M22 98h76" stroke="${tintLine}" stroke-width="5" stroke-linecap="round"/>`,
  )

export const places: Readonly<Record<string, Drawing>> = { salon, shop, room }
