import { expect, test } from 'vitest'
import { addressOf } from './api.ts'

test('what the path names goes into the path, the rest into the query, nothing empty', () => {
  expect(addressOf('GET /targets/:id/units', { id: 'QB-T2', asOf: '2024-10-31' }).address).toBe(
    '/api/targets/QB-T2/units?asOf=2024-10-31',
  )
  expect(addressOf('GET /cadres', { q: 'nguyễn', unitId: undefined, sex: 'female' }).address).toBe(
    '/api/cadres?q=nguy%E1%BB%85n&sex=female',
  )
})

test('a command carries its input in the body', () => {
  const sent = addressOf('POST /imports/:importId/undo', { importId: 7 })
  expect(sent).toEqual({ method: 'POST', address: '/api/imports/7/undo', rest: {} })
})
