/** Uploads as no browser sends them: odd forms around odd files. */
import fc, { type Arbitrary } from 'fast-check'
import sharp from 'sharp'
import { headerValue } from './arbitrary.ts'

export interface Form {
  contentType: string | null
  body: Buffer
}

const smallest = 1
const largest = 20_000
/** How files of the kinds we know begin; what follows is nonsense. */
const beginnings = [
  'ffd8ffe000104a46494600',
  '89504e470d0a1a0a0000000d49484452',
  '474946383961',
  '524946460000000057454250',
  '0000001c667479706d703432',
  '0000001c6674797061766966',
  '00000014667479707174',
  '1a45dfa3',
  '504b0304',
  '25504446',
  'efbbbf',
  'fffe',
  '7b22',
  '3c73766720',
].map((hex) => Buffer.from(hex, 'hex'))

/** A form with a file, mostly whole, now and then not. */
export async function forms(): Promise<Arbitrary<Form>> {
  const file = files(await pictures())
  return fc
    .record({
      boundary: fc.stringMatching(/^[a-zA-Z0-9]{1,60}$/),
      parts: fc.array(fc.record({ head: partHead, bytes: file }), { minLength: 1, maxLength: 3 }),
      end: fc.oneof(
        { weight: 12, arbitrary: fc.constant('whole') },
        fc.constantFrom('cut', 'open', 'trailing'),
      ),
      cutAt: fc.double({ min: 0, max: 1, noNaN: true }),
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constant('fitting') },
        fc.constantFrom('other', 'none', 'mixed', 'json', 'absent'),
      ),
    })
    .map(({ boundary, parts, end, cutAt, type }) => {
      const written = Buffer.concat([
        ...parts.flatMap(({ head, bytes }) => [
          Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`, 'latin1'),
          bytes,
          Buffer.from('\r\n'),
        ]),
        Buffer.from(end === 'open' ? '' : `--${boundary}--\r\n`),
        Buffer.from(end === 'trailing' ? 'and more' : ''),
      ])
      const body = end === 'cut' ? written.subarray(0, Math.floor(written.length * cutAt)) : written
      return { body, contentType: contentTypes(boundary)[type] ?? null }
    })
}

function contentTypes(boundary: string): Record<string, string> {
  return {
    fitting: `multipart/form-data; boundary=${boundary}`,
    other: 'multipart/form-data; boundary=another',
    none: 'multipart/form-data',
    mixed: `multipart/mixed; boundary=${boundary}`,
    json: 'application/json',
  }
}

/** As latin1, in which every byte can be said. */
const names: Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('a.txt', '日志.log', 'x.csv', 'x.tsv', 'x.json', 'p.png', 'v.mp4', 'v.webm'),
    fc.constantFrom('../../etc/passwd', 'C:\\a\\b.txt', '.', '..', '', 'a/.txt', 'con.txt', '.log'),
    fc.constantFrom(
      'a\u0000.txt',
      '\u202egnp.txt',
      `${'长'.repeat(300)}.txt`,
      'x.txt.exe',
      ' .csv ',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 20 }).map((name) => `${name}.txt`),
  )
  .map((name) => Buffer.from(name.replace(/[\r\n]/g, ''), 'utf8').toString('latin1'))

const partHead: Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .record({
        field: fc.oneof(
          { weight: 9, arbitrary: fc.constant('file') },
          fc.constantFrom('', 'files', 'file[]', '__proto__', 'constructor'),
        ),
        name: names,
        type: fc.option(
          fc.oneof(headerValue, fc.constantFrom('text/plain', 'image/png', 'text/html')),
        ),
      })
      .map(
        ({ field, name, type }) =>
          `content-disposition: form-data; name="${field}"; filename="${name}"${type === null ? '' : `\r\ncontent-type: ${type}`}`,
      ),
  },
  names.map((name) => `content-disposition: form-data; name="file"; filename*=UTF-8''${name}`),
  fc.constant('content-disposition: form-data; name="file"'),
  fc.constant('content-disposition: attachment; filename=a.txt'),
  fc.constant('content-transfer-encoding: base64'),
  headerValue.map((value) => `x: ${value}`),
)

function files(whole: Buffer[]): Arbitrary<Buffer> {
  const noise = fc
    .uint8Array({ minLength: smallest, maxLength: largest, size: 'max' })
    .map((bytes) => Buffer.from(bytes))
  return fc.oneof(
    fc.constant(Buffer.alloc(0)),
    noise,
    fc.string({ unit: 'grapheme', maxLength: 3000, size: 'max' }).map((text) => Buffer.from(text)),
    fc.tuple(fc.constantFrom(...beginnings), noise).map((both) => Buffer.concat(both)),
    boxes.map((inner) => Buffer.concat([box('ftyp', Buffer.from('mp42\0\0\0\0mp42')), inner])),
    fc.constantFrom(...whole),
    fc
      .tuple(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
      )
      .map(([picture, changes]) => scratched(picture, changes)),
    fc
      .tuple(fc.constantFrom(...whole), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([picture, share]) => picture.subarray(0, Math.ceil(picture.length * share))),
  )
}

function scratched(picture: Buffer, changes: [number, number][]): Buffer {
  const copy = Buffer.from(picture)
  for (const [at, value] of changes) copy[at % copy.length] = value
  return copy
}

async function pictures(): Promise<Buffer[]> {
  const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a6' } })
  return Promise.all(
    (['png', 'jpeg', 'webp', 'gif', 'avif'] as const).map((format) =>
      plain.clone().toFormat(format).toBuffer(),
    ),
  )
}

/** Boxes of an MP4 in one another, with sizes that are true, zero, wide or a lie. */
const boxes: Arbitrary<Buffer> = fc.letrec<{ one: Buffer; some: Buffer }>((tie) => ({
  one: fc
    .record({
      type: fc.constantFrom('moov', 'trak', 'udta', 'meta', 'uuid', 'mdat', 'free', '\0\0\0\0'),
      inner: fc.oneof(
        { depthSize: 'small' },
        fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
        tie('some'),
      ),
      size: fc.option(fc.oneof(fc.constantFrom(0, 1, 7, 8, 0x7fffffff, 0xffffffff), fc.nat(200)), {
        freq: 3,
      }),
    })
    .map(({ type, inner, size }) => box(type, inner, size ?? inner.length + 8)),
  some: fc.array(tie('one'), { maxLength: 4 }).map((all) => Buffer.concat(all)),
})).some

function box(type: string, inner: Buffer, size = inner.length + 8): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inner])
}
