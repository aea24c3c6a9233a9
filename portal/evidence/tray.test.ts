import { expect, test } from 'vitest'
import { CallError } from '../../contract/client.ts'
import { networkFailed } from '../calling.ts'
import { arrived } from '../submit/use-submission.ts'
import { sizeWords, standingLimits } from './file-kind.ts'
import { keptOf } from './piece.ts'
import { createTray, type TrayTools } from './tray.ts'

const aFile = (name: string, type: string, bytes = 10) =>
  new File([new Uint8Array(bytes)], name, { type })

function aTray(tools: Partial<TrayTools> = {}, kept: Parameters<typeof createTray>[1] = []) {
  let count = 0
  return createTray(
    {
      limits: () => ({ ...standingLimits, log: 100, files: 3 }),
      prepare: async (blob, name) => ({ blob, name, thumbnail: null }),
      upload: async () => ({ ticket: `t${++count}` }),
      onChange: () => {},
      ...tools,
    },
    kept,
  )
}
const states = (tray: ReturnType<typeof createTray>) =>
  tray.pieces().map(({ state, code }) => (code ? `${state}: ${code}` : state))

test('files arrive and bring their tickets', async () => {
  const tray = aTray()
  await tray.add([aFile('a.png', 'image/png'), aFile('b.mp4', 'video/mp4')])
  const pieces = await tray.settled()
  expect(states(tray)).toEqual(['done', 'done'])
  expect(keptOf(pieces).map(({ ticket }) => ticket)).toEqual(['t1', 't2'])
})

test('what can never come is told at once, and does not use up the places', async () => {
  const tray = aTray()
  await tray.add([
    aFile('a.exe', 'application/x-msdownload'),
    aFile('big.log', 'text/plain', 101),
    aFile('empty.png', 'image/png', 0),
    aFile('IMG_1.HEIC', ''),
    aFile('1.png', 'image/png'),
    aFile('2.png', 'image/png'),
    aFile('3.png', 'image/png'),
    aFile('4.png', 'image/png'),
  ])
  await tray.settled()
  expect(tray.leftOut()).toBe(1)
  expect(states(tray)).toEqual([
    'refused: file_type_refused',
    'refused: file_too_large',
    'refused: file_empty',
    'refused: heic',
    'done',
    'done',
    'done',
  ])
  tray.remove(tray.pieces()[0]?.id ?? '')
  expect(tray.leftOut()).toBe(0)
})

test('the same file chosen twice comes once; a changed one comes again', async () => {
  const tray = aTray()
  const photo = (lastModified: number) =>
    new File([new Uint8Array(10)], 'image.jpg', { type: 'image/jpeg', lastModified })
  await tray.add([photo(1), photo(1)])
  await tray.add([photo(1), photo(2)])
  await tray.settled()
  expect(states(tray)).toEqual(['done', 'done'])
})

test('a dead network can be tried again, a refusal of the server cannot', async () => {
  const failures: Error[] = [
    networkFailed(),
    new CallError(415, { type: 'about:blank', status: 415, code: 'file_type_refused' }),
  ]
  const tray = aTray({
    upload: async () => {
      const failure = failures.shift()
      if (failure) throw failure
      return { ticket: 'late' }
    },
  })
  await tray.add([aFile('a.png', 'image/png')])
  await tray.settled()
  await tray.add([aFile('b.png', 'image/png')])
  await tray.settled()
  expect(states(tray)).toEqual(['failed: network', 'refused: file_type_refused'])
  tray.retryAll()
  await tray.settled()
  expect(states(tray)).toEqual(['done', 'refused: file_type_refused'])
})

test('taking a file away stops its upload', async () => {
  let isStopped = false
  const tray = aTray({
    upload: (_blob, _name, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          isStopped = true
          reject(networkFailed())
        })
      }),
  })
  await tray.add([aFile('a.png', 'image/png')])
  tray.remove(tray.pieces()[0]?.id ?? '')
  expect(isStopped).toBe(true)
  expect(await tray.settled()).toEqual([])
})

test('tickets of an earlier visit stay, until the server has forgotten them', async () => {
  const kept = { name: 'a.png', size: 1, kind: 'image', ticket: 'old', thumbnail: null } as const
  const tray = aTray({}, [kept])
  expect(keptOf(tray.pieces())).toEqual([kept])
  tray.renew()
  expect(states(tray)).toEqual(['refused: evidence_unknown'])
})

test('sizes are said as people say them', () => {
  expect([10, 50, 1.5].map((mega) => sizeWords(mega * 1024 * 1024))).toEqual([
    '10 MB',
    '50 MB',
    '1.5 MB',
  ])
  expect(sizeWords(300)).toBe('1 kB')
})

test('nothing is sent while a refused file is there, until it is taken away', async () => {
  const tray = aTray()
  await tray.add([aFile('a.png', 'image/png'), aFile('bad.exe', 'application/x-msdownload')])
  await expect(arrived(tray)).rejects.toMatchObject({ code: 'evidence_refused' })
  expect(states(tray)).toContain('refused: file_type_refused')
  tray.remove(tray.pieces().find(({ name }) => name === 'bad.exe')?.id ?? '')
  expect((await arrived(tray)).map(({ ticket }) => ticket)).toEqual(['t1'])
})
