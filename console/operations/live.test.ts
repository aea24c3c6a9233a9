import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listen } from './live.ts'

/** The browser's line, opened and lost when the test says so. */
class Line extends EventTarget {
  static open: Line[] = []
  onerror: (() => void) | null = null
  constructor() {
    super()
    Line.open.push(this)
  }
  close() {}
}
const line = () => Line.open.at(-1) as Line
const hello = () => line().dispatchEvent(new Event('hello'))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Line)
  vi.stubGlobal('location', { pathname: '/w/home/inbox' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('after every gap, however short, everything is fetched anew', () => {
  const queries = new QueryClient()
  const fetchAnew = vi.spyOn(queries, 'invalidateQueries')
  const lost: boolean[] = []
  const stop = listen(queries, (is) => lost.push(is))
  hello()
  expect(fetchAnew).toHaveBeenCalledTimes(0)

  line().onerror?.()
  vi.advanceTimersByTime(1000)
  hello()
  expect(fetchAnew).toHaveBeenCalledTimes(1)
  expect(lost).toEqual([]) // so short that nobody needs to know

  line().onerror?.()
  vi.advanceTimersByTime(5000)
  hello()
  expect(fetchAnew).toHaveBeenCalledTimes(2)
  expect(lost).toEqual([true, false])
  stop()
})
