import { canvas, COMMON } from './canvas'
import type { Drawing } from './index'

const { white, coral, gold, steel, leaf, leafDark } = COMMON

const shadow = (tintStrong: string): string => `<ellipse cx="120" cy="158" rx="82" ry="10" fill="${tintStrong}"/>`

/** An open box with a sprig in it. */
const empty: Drawing = ({ accent, accentPressed, tintStrong, tintLine }) =>
  canvas(
    240,
    180,
    shadow(tintStrong) +
      `<path d="M120 92c-20-10-26-34-18-52 18 8 26 28 18 52z" fill="${leaf}"/><path d="M120 92c0-24 14-40 34-44 2 22-12 40-34 44z" fill="${leafDark}"/><path d="M64 90h112l-8 60a8 8 0 01-8 7H80a8 8 0 01-8-7z" fill="${accent}"/><path d="M64 90h112v12H65.600z" fill="${accentPressed}"/><path d="M64 90L44 72h46l16 18zM176 90l20-18h-46l-16 18z" fill="${tintLine}"/><path d="M104 124h32" stroke="${white}" stroke-width="6" stroke-linecap="round" opacity=".8"/>`,
  )

/** A cloud that lost its plug. */
const offline: Drawing = ({ accent, tintStrong, tintLine }) =>
  canvas(
    240,
    180,
    shadow(tintStrong) +
      `<path d="M66 116a28 28 0 013-56 38 38 0 0173-9 31 31 0 0131 65z" fill="${tintLine}"/><path d="M84 104a20 20 0 012-40 28 28 0 0154-6" fill="none" stroke="${white}" stroke-width="6" stroke-linecap="round" opacity=".7"/><path d="M120 116v14" stroke="${accent}" stroke-width="6" stroke-linecap="round"/><path d="M108 130h24v10a12 12 0 01-24 0z" fill="${accent}"/><path d="M120 152c0 8 10 6 20 4" fill="none" stroke="${accent}" stroke-width="5" stroke-linecap="round"/><path d="M176 130l10 10m0-10l-10 10" stroke="${coral}" stroke-width="6" stroke-linecap="round"/>`,
  )

/** A receipt. */
const orders: Drawing = ({ accent, tintStrong, tintLine }) =>
  canvas(
    240,
    180,
    shadow(tintStrong) +
      `<path d="M78 30h84a8 8 0 018 8v118l-12.500-9-12.500 9-12.500-9-12.500 9-12.500-9-12.500 9-12.500-9-12.500 9V38a8 8 0 018-8z" fill="${white}"/><path d="M78 30h84a8 8 0 018 8v118l-12.500-9-12.500 9-12.500-9-12.500 9-12.500-9-12.500 9-12.500-9-12.500 9V38a8 8 0 018-8z" fill="none" stroke="${tintLine}" stroke-width="4" stroke-linejoin="round"/><path d="M92 58h30M92 80h56M92 102h56" stroke="${tintLine}" stroke-width="7" stroke-linecap="round"/><circle cx="160" cy="120" r="24" fill="${accent}"/><path d="M150 120l7 7 13-14" fill="none" stroke="${white}" stroke-width="5.500" stroke-linecap="round" stroke-linejoin="round"/>`,
  )

/** A tick, and a little confetti. */
const done: Drawing = ({ accent, tintStrong, tintLine }) =>
  canvas(
    240,
    180,
    shadow(tintStrong) +
      `<circle cx="120" cy="86" r="58" fill="${tintStrong}"/><circle cx="120" cy="86" r="42" fill="${accent}"/><path d="M101 87l13 13 26-28" fill="none" stroke="${white}" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/><g stroke-width="7" stroke-linecap="round"><path d="M46 54l8 6" stroke="${gold}"/><path d="M190 48l-8 8" stroke="${coral}"/><path d="M38 104h8" stroke="${tintLine}"/><path d="M198 108l-8-2" stroke="${gold}"/><path d="M74 24l4 7" stroke="${coral}"/><path d="M166 20l-4 8" stroke="${tintLine}"/></g>`,
  )

/** A sand glass. */
const waiting: Drawing = ({ accent, accentPressed, tintStrong, tintLine }) =>
  canvas(
    240,
    180,
    shadow(tintStrong) +
      `<path d="M88 36h64v22c0 16-14 24-24 32 10 8 24 16 24 32v22H88v-22c0-16 14-24 24-32-10-8-24-16-24-32z" fill="${white}"/><path d="M88 36h64v22c0 16-14 24-24 32 10 8 24 16 24 32v22H88v-22c0-16 14-24 24-32-10-8-24-16-24-32z" fill="none" stroke="${tintLine}" stroke-width="5"/><path d="M100 62h40c-3 10-12 16-20 22-8-6-17-12-20-22zM96 138c2-16 14-22 24-26 10 4 22 10 24 26z" fill="${gold}"/><path d="M78 26h84v12H78zM78 142h84v12H78z" fill="${accent}"/><path d="M78 34h84v4H78zM78 150h84v4H78z" fill="${accentPressed}"/><path d="M120 84v24" stroke="${gold}" stroke-width="4" stroke-linecap="round"/><path d="M186 60l10-8M190 80h12" stroke="${steel}" stroke-width="5" stroke-linecap="round"/>`,
  )

export const states: Readonly<Record<string, Drawing>> = { empty, offline, orders, done, waiting }
