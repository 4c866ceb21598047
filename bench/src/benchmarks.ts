import type { Benchmark } from './benchmark.ts'
import { quote } from './quote/index.ts'
import { render } from './render/index.ts'
import { slots } from './slots/index.ts'

export const BENCHMARKS: readonly Benchmark[] = [render, slots, quote]
