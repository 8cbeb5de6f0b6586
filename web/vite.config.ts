import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const port = process.env.PORT ?? '3000'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  server: { proxy: { '/api': `http://localhost:${port}` } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // An inlined asset would be a data: address, which the content policy of the server refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
})
