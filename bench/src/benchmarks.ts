import type { Benchmark } from './benchmark.ts'
import { booking } from './booking/index.ts'
import { growth, pool } from './growth/index.ts'
import { quote } from './quote/index.ts'
import { render } from './render/index.ts'
import { slots } from './slots/index.ts'

export const BENCHMARKS: readonly Benchmark[] = [render, slots, quote, booking, growth, pool]
