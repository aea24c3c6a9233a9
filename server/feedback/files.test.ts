import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitFeedback } from '../../contract/feedback.ts'
import type { UploadedFile } from '../../contract/files.ts'
import { anOpenWorkspace, aSubmission, type OpenWorkspace } from '../channels/testing.ts'
import { removeUnattachedFiles } from '../platform/files/remove-unattached.ts'
import type { Platform } from '../platform/platform.ts'
import { bootProduct, type Product } from '../testing/product.ts'
import { addMessage, ownerOfEvidence, removeFeedback } from './index.ts'

let product: Product
let store: OpenWorkspace
let other: OpenWorkspace

beforeAll(async () => {
  product = await bootProduct()
  store = await anOpenWorkspace(product)
  other = await anOpenWorkspace(product)
})
afterAll(() => product.close())

interface Answer {
  status: number
  json: UploadedFile & { code: string }
}

async function send(url: string, bytes: Uint8Array, name: string, headers = {}, field = 'file') {
  const form = new FormData()
  form.set(field, new Blob([bytes as Uint8Array<ArrayBuffer>]), name)
  const request = new Request('http://huiyin.test', { method: 'POST', body: form })
  const response = await product.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type') ?? '', ...headers },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: response.statusCode, json: response.json() } as Answer
}
const asGuest = (bytes: Uint8Array, name: string, workspace = store) =>
  send(`/api/portal/${workspace.slug}/files`, bytes, name)
const asMember = (role: 'admin' | 'agent', bytes: Uint8Array, name: string) =>
  send('/api/v1/files', bytes, name, store.members[role].headers)
const submit = (evidence: string[], workspace = store) =>
  product
    .as()(submitFeedback, aSubmission(workspace, { evidence }))
    .catch((error: { code: string }) => error.code)
const get = (fileId: string, headers: Record<string, string> = {}, who = store.members.agent) =>
  product.app.inject({ url: `/api/v1/files/${fileId}`, headers: { ...who.headers, ...headers } })

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#1c7c5c' } })
const text = (written: string) => Buffer.from(written)

/** An MP4 as small as one can be, with the place where it was taken. */
function aVideo(): Buffer {
  const box = (type: string, ...content: Buffer[]) => {
    const inside = Buffer.concat(content)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(inside.length + 8)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, inside])
  }
  return Buffer.concat([
    box('ftyp', text('isom\0\0\0\0isommp42')),
    box('moov', box('mvhd', Buffer.alloc(100)), box('udta', text('\u00a9xyz+30.2741+120.1551/'))),
    box('mdat', Buffer.alloc(5000, 7)),
  ])
}

describe('evidence', () => {
  it('is drawn anew: upright, without the place it was taken', async () => {
    const photo = await plain(60, 40)
      .withExif({ IFD0: { Copyright: 'secret-owner' }, IFD3: { GPSLatitude: '30/1 15/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(photo).metadata()).orientation).toBe(6)
    const { status, json } = await asGuest(photo, '照片.JPG')
    expect(status).toBe(201)
    expect(json).toMatchObject({ kind: 'image', name: '照片.JPG', width: 40, height: 60 })
    await submit([json.ticket])
    const kept = (await get(json.id)).rawPayload
    const metadata = await sharp(kept).metadata()
    expect(metadata.exif).toBeUndefined()
    expect(metadata.orientation).toBeUndefined()
    expect(kept.length).toBe(json.size)
    expect(kept.includes('secret-owner')).toBe(false)
  })

  it('stays animated, and loses what was hidden behind a picture', async () => {
    const frames = await Promise.all([60, 120, 180].map((r) => plain(r, 30).png().toBuffer()))
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const moving = await asGuest(gif, 'a.gif')
    expect(moving.json).toMatchObject({ mime: 'image/gif', height: 30 })
    const polyglot = Buffer.concat([await plain(9, 9).png().toBuffer(), text('<script>PK\x03\x04')])
    const still = await asGuest(polyglot, 'a.html')
    expect(still.json).toMatchObject({ mime: 'image/png', name: 'a.png' })
    await submit([moving.json.ticket, still.json.ticket])
    expect((await sharp((await get(moving.json.id)).rawPayload).metadata()).pages).toBe(3)
    expect((await get(still.json.id)).rawPayload.includes('script')).toBe(false)
  })

  it('loses the place a video was taken, and not a frame', async () => {
    const video = aVideo()
    const { json } = await asGuest(video, 'v.mp4')
    expect(json).toMatchObject({ kind: 'video', size: video.length })
    await submit([json.ticket])
    const kept = (await get(json.id)).rawPayload
    expect(kept.includes('+30.2741')).toBe(false)
    expect(kept.subarray(-5000).equals(video.subarray(-5000))).toBe(true)
    const part = await get(json.id, { range: 'bytes=4-7' })
    expect([part.statusCode, part.payload, part.headers['content-range']]).toEqual([
      206,
      'ftyp',
      `bytes 4-7/${video.length}`,
    ])
    expect((await get(json.id, { range: 'bytes=-2' })).rawPayload).toEqual(Buffer.alloc(2, 7))
    expect((await get(json.id, { range: 'bytes=999999-' })).statusCode).toBe(416)
    expect((await get(json.id, { range: 'bytes=0-1,3-4' })).statusCode).toBe(200)
  })

  const noise = () =>
    sharp({
      create: {
        width: 90,
        height: 90,
        channels: 3,
        background: '#999',
        noise: { type: 'gaussian' },
      },
    })
      .jpeg()
      .toBuffer()
  const refused: [string, string, () => Promise<Buffer> | Buffer, string][] = [
    ['nothing', 'a.txt', () => text(''), 'file_empty'],
    ['SVG', 'a.svg', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file_type_refused'],
    ['SVG called a log', 'a.log', () => text('<?xml version="1.0"?><svg/>'), 'file_type_refused'],
    ['HTML called a log', 'a.txt', () => text(' <!DOCTYPE html><script>'), 'file_type_refused'],
    ['a program', 'a.png', () => text(`MZ${'\0'.repeat(200)}`), 'file_type_refused'],
    ['an archive', 'a.log', () => text(`PK\x03\x04${'\0'.repeat(40)}`), 'file_type_refused'],
    ['bytes called a log', 'a.log', () => text('abc\0def'), 'file_type_refused'],
    ['text without a name', 'blob', () => text('hello'), 'file_type_refused'],
    ['a sheet from a customer', 'a.csv', () => text('a,b\n1,2'), 'file_type_refused'],
    ['HEIC', 'a.heic', () => text('\0\0\0\x18ftypheic\0\0\0\0heicmif1'), 'file_type_refused'],
    ['half a picture', 'a.jpg', async () => (await noise()).subarray(0, 2000), 'file_broken'],
    ['a video whose boxes lie', 'a.mp4', () => aVideo().subarray(0, 900), 'file_broken'],
    [
      'a pixel bomb',
      'a.png',
      () => plain(8000, 7000).png({ compressionLevel: 1 }).toBuffer(),
      'image_too_many_pixels',
    ],
    ['a log too large', 'a.log', () => Buffer.alloc(5 * 1024 * 1024 + 1, 97), 'file_too_large'],
  ]
  it.each(refused)('refuses %s', async (_, name, bytes, code) => {
    const answer = await asGuest(await bytes(), name)
    expect(answer.json.code).toBe(code)
    expect(answer.status).toBe(code === 'file_too_large' ? 413 : 400)
    expect(await readdir(join(product.platform.config.dataDir, 'incoming'))).toEqual([])
  })

  it('refuses a form without a file, and what is no form', async () => {
    const url = `/api/portal/${store.slug}/files`
    expect((await send(url, text('x'), 'a.txt', {}, 'other')).json.code).toBe('file_missing')
    const bare = await product.app.inject({ method: 'POST', url, payload: { file: 'x' } })
    expect(bare.json().code).toBe('unsupported_media_type')
  })

  it('takes logs as people write them, and calls them by a clean name', async () => {
    const gb18030 = Buffer.from([0xb2, 0xbb, 0xc4, 0xdc, 0xbf, 0xaa, 0xbb, 0xfa])
    expect((await asGuest(gb18030, '日志.log')).status).toBe(201)
    const { json } = await asGuest(text('{"a":1}'), '../../etc/\u202Epass\u0007wd<1>.json')
    expect(json).toMatchObject({ kind: 'log', name: 'passwd_1_.json', mime: 'application/json' })
    const long = await asGuest(text('x'), `${'长'.repeat(300)}.log`)
    expect([...long.json.name].length).toBeLessThanOrEqual(120)
    expect(long.json.name.endsWith('.log')).toBe(true)
  })

  it('lets only those who may import bring sheets', async () => {
    expect((await asMember('admin', text('a,b\n1,2'), 'a.csv')).json.kind).toBe('sheet')
    expect((await asMember('agent', text('a,b\n1,2'), 'a.csv')).json.code).toBe('file_type_refused')
    expect((await asMember('admin', text('a\0b'), 'a.csv')).json.code).toBe('file_type_refused')
    const sheet = await asMember('admin', text('a,b'), 'b.csv')
    expect(await submit([sheet.json.ticket])).toBe('evidence_unknown')
  })

  it('is attached by its uploader, in its workspace, once', async () => {
    const { json } = await asGuest(text('log'), 'a.log')
    expect(await submit([json.ticket], other)).toBe('evidence_unknown')
    expect(await submit([`${json.id}.${'0'.repeat(26)}`])).toBe('evidence_unknown')
    expect(await submit([json.ticket, json.ticket])).toBe('evidence_unknown')
    expect((await get(json.id)).statusCode).toBe(404)
    const racing = await Promise.all(Array.from({ length: 8 }, () => submit([json.ticket])))
    expect(racing.filter((answer) => answer === 'evidence_unknown')).toHaveLength(7)
    expect(await submit([json.ticket])).toBe('evidence_unknown')
  })

  it('comes with a retry of the submission it came with', async () => {
    const { json } = await asGuest(text('log'), 'a.log')
    const submission = aSubmission(store, { evidence: [json.ticket] })
    const first = await product.as()(submitFeedback, submission)
    expect(await product.as()(submitFeedback, submission)).toEqual({ ...first, repeated: true })
  })

  it('is sent so that nothing in it can run, to members of its workspace only', async () => {
    const { json } = await asGuest(text('错误 日志'), '错误 "日志".log')
    await submit([json.ticket])
    const { headers, payload, statusCode } = await get(json.id)
    expect([statusCode, payload]).toEqual([200, '错误 日志'])
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=3600',
      'content-disposition': `attachment; filename="__ ____.log"; filename*=UTF-8''${encodeURIComponent('错误 _日志_.log')}`,
    })
    expect((await get(json.id, { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
    expect((await get(json.id, {}, other.members.owner)).statusCode).toBe(404)
    expect((await product.app.inject({ url: `/api/v1/files/${json.id}` })).statusCode).toBe(401)
  })

  it('of a message is refused as a whole with one bad ticket, and known to be a note', async () => {
    const ctx = store.ctx('agent')
    const { json } = await asMember('agent', text('log'), 'a.log')
    const say = (evidence: string[]) =>
      ctx.write((tx) =>
        addMessage(tx, { caseId: json.id, direction: 'note', text: '内部', evidence }),
      )
    await expect(say([json.ticket, 'bad'])).rejects.toMatchObject({ code: 'evidence_unknown' })
    await say([json.ticket])
    expect(await ownerOfEvidence(ctx, json.id)).toEqual({ caseId: json.id, note: true })
  })

  it('goes after a day when nothing refers to it, and with what it belonged to', async () => {
    const ctx = store.ctx()
    const left = (await asGuest(text('left'), 'a.log')).json
    const kept = (await asGuest(text('kept'), 'b.log')).json
    const receipt = await product.as()(
      submitFeedback,
      aSubmission(store, { evidence: [kept.ticket] }),
    )
    await removeUnattachedFiles(product.platform)
    expect(await keysOf([left.id, kept.id])).toHaveLength(2)
    product.pass(25 * 60 * 60_000)
    const keys = await keysOf([left.id, kept.id])
    await removeUnattachedFiles(product.platform)
    expect(await keysOf([left.id, kept.id])).toHaveLength(1)
    expect(await submit([left.ticket])).toBe('evidence_unknown')
    await ctx.write((tx) => removeFeedback(tx, { feedbackIds: [receipt.feedbackId], caseIds: [] }))
    await removeUnattachedFiles(product.platform)
    for (const key of keys)
      await expect(ctx.files.get(key)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('whose bytes cannot be removed is kept in mind until they are, and holds up no other', async () => {
    const stuck = (await asGuest(text('stuck'), 'a.log')).json
    const free = (await asGuest(text('free'), 'b.log')).json
    const [key = ''] = await keysOf([stuck.id])
    const disk = product.platform.files
    const failing: Platform = {
      ...product.platform,
      files: {
        ...disk,
        remove: (asked) =>
          asked === key ? Promise.reject(new Error('read-only')) : disk.remove(asked),
      },
    }
    product.pass(25 * 60 * 60_000)
    await removeUnattachedFiles(failing)
    expect(await keysOf([stuck.id, free.id])).toEqual([key])
    await removeUnattachedFiles(product.platform)
    expect(await keysOf([stuck.id])).toEqual([])
    await expect(disk.get(key)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

async function keysOf(ids: string[]): Promise<string[]> {
  const rows = await store
    .ctx()
    .db.selectFrom('files')
    .select('storage_key')
    .where('workspace_id', '=', store.id)
    .where('id', 'in', ids)
    .execute()
  return rows.map((row) => row.storage_key)
}
