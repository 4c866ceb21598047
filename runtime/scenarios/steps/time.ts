import type { StepKind } from '../case.ts'

/** Nothing but time passes: to `at`. */
export const wallClock: StepKind = { takes: [], run: async () => ({ status: 200, body: {} }) }

/** What falls due is done: orders expire, offers move on, absences are noted. */
export const jobs: StepKind = {
  takes: [],
  async run(_step, world) {
    await world.runJobs()
    return { status: 200, body: {} }
  },
}
