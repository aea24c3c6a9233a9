import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server serves what this builds under `/console/`; in development it is proxied instead. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      // The server takes changes from its own pages only, and knows them by the host.
      '/api': {
        target: process.env.HUIYIN_SERVER ?? 'http://127.0.0.1:8787',
        changeOrigin: false,
      },
    },
  },
})
