import { z } from 'zod'
import type { Routes } from './kernel/http.ts'
import { fileAnswer, type Operation } from './kernel/operation.ts'

/** OpenAPI 3.1 from the route table and the schemas of its operations: nothing is written twice. */
export function openApi(routes: Routes) {
  const paths: Record<string, Record<string, object>> = {}
  for (const [route, operation] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ')
    const url = `/api${path.replace(/:(\w+)/g, '{$1}')}`
    paths[url] = { ...paths[url], [method.toLowerCase()]: described(operation, method, path) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ngang Tầm',
      version: '0.1.0',
      description: 'Mọi việc các màn hình làm được đều có ở đây.',
    },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'ngangtam' } },
    },
    security: [{ session: [] }],
    paths,
  }
}

function described(operation: Operation, method: string, path: string): object {
  const input = jsonSchema(operation.input, 'input')
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const fields = Object.entries(input.properties ?? {})
  const isQuery = method === 'GET'
  const parameters = fields
    .filter(([name]) => inPath.has(name) || isQuery)
    .map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || (input.required ?? []).includes(name),
      schema,
    }))
  return {
    operationId: operation.operation,
    tags: [operation.operation.split('.')[0]],
    parameters,
    ...(isQuery ? {} : { requestBody: { content: bodyOf(input) } }),
    responses: {
      200: { description: 'Đã làm xong', content: answerOf(operation) },
      default: {
        description: 'Từ chối, kèm lý do',
        content: { 'application/json': { schema: REFUSAL } },
      },
    },
  }
}

interface JsonSchema {
  properties?: Record<string, object>
  required?: string[]
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io }) as JsonSchema
}

function bodyOf(input: JsonSchema) {
  const hasFile = 'file' in (input.properties ?? {})
  if (!hasFile) return { 'application/json': { schema: input } }
  const file = { type: 'string', format: 'binary' }
  return {
    'multipart/form-data': { schema: { ...input, properties: { ...input.properties, file } } },
  }
}

function answerOf({ output }: Operation) {
  if (output === fileAnswer)
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: jsonSchema(output, 'output') } }
}

const REFUSAL = {
  type: 'object',
  required: ['kind', 'message'],
  properties: { kind: { type: 'string' }, message: { type: 'string' }, details: {} },
}
