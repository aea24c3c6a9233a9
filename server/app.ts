/** The HTTP application: every domain's routes, the gates, the faces, on one Fastify. */
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { fileLimits } from '../contract/files.ts'
import { TooMany } from './platform/errors.ts'
import { serveFaces } from './platform/http/faces.ts'
import { mount } from './platform/http/mount.ts'
import { sendProblem } from './platform/http/problem.ts'
import { trustedProxies } from './platform/http/proxies.ts'
import { serveReference } from './platform/http/reference.ts'
import { newId } from './platform/ids.ts'
import type { Platform } from './platform/platform.ts'
import { bindingsOf, gatesOf, homeOf, signInRoutes } from './routes.ts'

/** Who sends slower than this holds a connection for nothing: a sheet of the largest size at 1.4 Mbit/s. */
const slowestUploadMs = 10 * 60_000

export async function buildApp(platform: Platform): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies(platform.config.trustProxy),
    genReqId: () => newId(),
    requestTimeout: slowestUploadMs,
    frameworkErrors: sendProblem,
    routerOptions: { maxParamLength: 300 },
  })

  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler((_request, reply) =>
    reply
      .status(404)
      .type('application/problem+json')
      .send({ type: 'about:blank', status: 404, code: 'not_found' }),
  )
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // Ant Design writes its styles at run time.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'connect-src': ["'self'"],
        'font-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: platform.config.publicUrl?.startsWith('https:') ?? false,
  })
  await app.register(multipart, {
    limits: { fileSize: fileLimits.sheet, files: 1, fields: 5, headerPairs: 50 },
  })
  // Who is refused in the midst of sending sends on: unread, it would block the line for the next request.
  app.addHook('onResponse', async ({ raw }) => {
    if (!raw.complete) raw.unpipe().resume()
  })
  if (platform.config.rateLimits)
    await app.register(rateLimit, {
      global: true,
      timeWindow: '1 minute',
      max: 1200,
      errorResponseBuilder: (_request, { ttl }) => new TooMany('too_many', ttl / 1000),
    })
  await signInRoutes(app, platform)
  mount(app, platform, bindingsOf(platform), gatesOf(platform))
  serveReference(app)
  await serveFaces(app, () => homeOf(platform))
  return app
}
