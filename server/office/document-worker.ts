/** The thread that reads Word templates, fills them, and renders pages to PDF. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { TemplateHandler } from 'easy-template-x'
import { Refusal } from '#server/kernel/refusal.ts'
import type { PageToRender } from './pdf.ts'
import type { WordTag, WordValues } from './word.ts'
import { guardDocument } from './zip-guard.ts'

interface Asked {
  tagsOf?: Uint8Array
  fill?: { template: Uint8Array; values: WordValues }
  render?: PageToRender
}

async function tagsOf(bytes: Uint8Array): Promise<WordTag[]> {
  guardDocument(bytes)
  const tags = await new TemplateHandler().parseTags(Buffer.from(bytes)).catch(saidOfTemplate)
  return tags.map(({ name, disposition }) => ({
    name,
    kind: disposition === 'Open' ? 'opens' : disposition === 'Close' ? 'closes' : 'value',
  }))
}

async function filled(template: Uint8Array, values: WordValues): Promise<Uint8Array> {
  guardDocument(template)
  const data = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value instanceof Object && 'image' in value
        ? {
            ...{ _type: 'image', source: Buffer.from(value.image), format: value.format },
            ...{ width: value.width, height: value.height, altText: value.says },
          }
        : value,
    ]),
  )
  const handler = new TemplateHandler()
  return new Uint8Array(
    await handler.process(Buffer.from(template), data as never).catch(saidOfTemplate),
  )
}

/** What the library says about braces, in words of an office; anything else is a bug of ours. */
function saidOfTemplate(error: Error & { openDelimiterText?: string; tagName?: string }): never {
  const where = error.openDelimiterText ?? error.tagName
  const said = new Set([
    ...['MissingCloseDelimiterError', 'MissingStartDelimiterError'],
    ...['UnclosedTagError', 'UnopenedTagError', 'TagOptionsParseError', 'TemplateSyntaxError'],
  ])
  if (!said.has(error.constructor.name) && !said.has(error.name)) throw error
  throw new Refusal(
    'invalid',
    `Trong mẫu Word có thẻ viết dở${where ? ` gần “${where}”` : ''}: mỗi thẻ phải có đủ { và }, mỗi {#bảng} phải có {/bảng}. Hãy sửa mẫu rồi gửi lại.`,
  )
}

const FONTS = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')))

async function rendered({ source, inputs, files }: PageToRender): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: [FONTS] }] })
  for (const [path, bytes] of Object.entries(files)) compiler.mapShadow(path, Buffer.from(bytes))
  const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } })
  const page = compiled.result
  if (!page) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
  return new Uint8Array(compiler.pdf(page))
}

async function answer(): Promise<object> {
  const { tagsOf: template, fill, render } = workerData as Asked
  try {
    if (template) return { result: await tagsOf(template) }
    if (fill) return { result: await filled(fill.template, fill.values) }
    if (render) return { result: await rendered(render) }
    return { failed: 'Nothing was asked' }
  } catch (error) {
    if (error instanceof Refusal) return { refused: { kind: error.kind, message: error.message } }
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.postMessage(await answer())
