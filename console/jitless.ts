/**
 * Zod compiles schemas with `new Function` where it may. Our Content-Security-Policy forbids that,
 * so it is told before the first schema exists: this import stands first in main.tsx.
 */
import { z } from 'zod'

z.config({ jitless: true })
