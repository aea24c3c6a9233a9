/** Serves the built faces: the console under /console, the portal under /p/…, and their assets. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const dist = join(import.meta.dirname, '../../../dist')

export async function serveFaces(app: FastifyInstance, home: () => Promise<string>): Promise<void> {
  const assets = {
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
    preCompressed: true,
  } as const
  if (existsSync(join(dist, 'console')))
    await app.register(fastifyStatic, {
      ...assets,
      root: join(dist, 'console/assets'),
      prefix: '/console/assets/',
    })
  if (existsSync(join(dist, 'portal')))
    await app.register(fastifyStatic, {
      ...assets,
      root: join(dist, 'portal/assets'),
      prefix: '/portal-assets/assets/',
    })

  const page = (face: string) => {
    const file = join(dist, face, 'index.html')
    const html = existsSync(file) ? readFileSync(file) : null
    return (reply: FastifyReply) =>
      html === null
        ? reply
            .status(503)
            .type('text/plain; charset=utf-8')
            .send('This face has not been built: run `npm start`.')
        : reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html)
  }
  const consolePage = page('console')
  const portalPage = page('portal')
  app.get('/console', (_request, reply) => consolePage(reply))
  app.get('/console/*', (_request, reply) => consolePage(reply))
  app.get('/p/*', (_request, reply) => portalPage(reply))
  app.get('/', async (_request, reply) => reply.redirect(await home()))
}
