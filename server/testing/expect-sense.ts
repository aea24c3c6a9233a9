import { expect } from 'vitest'

/** Whatever was asked: no 5xx, and a refusal is a problem with a code. */
export function expectSense({ statusCode, body }: { statusCode: number; body: string }): void {
  if (statusCode >= 500) throw new Error(`${statusCode}: ${body}`)
  if (statusCode >= 400)
    expect(JSON.parse(body)).toMatchObject({
      status: statusCode,
      code: expect.stringMatching(/^[a-z_]+$/),
    })
}
