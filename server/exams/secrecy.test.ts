import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withRound } from '#server/cast-of-exams.ts'
import { enter } from '#server/kernel/operation.ts'
import { type Door, openDoor } from '#server/test-door.ts'
import { OFFICER, PROVINCE } from '#server/testing.ts'

let door: Door
beforeAll(async () => {
  door = await openDoor({ demonstration: true })
  await enter(door.house, PROVINCE, OFFICER, 'command', (ctx) => withRound(ctx))
})
afterAll(async () => {
  await door.behind(async (db) => {
    for (const table of [
      'training_record',
      'exam_paper',
      'exam_round',
      'training_course',
      'exam_blueprint',
      'exam_question',
      'exam_topic',
      'answered_command',
    ])
      await sql`delete from ${sql.table(table)}`.execute(db)
  })
  await door.close()
})

const device = 'c'.repeat(32)

test('over HTTP no answer before the end holds a key, a seed or a mark', async () => {
  const minh = door.browser()
  await minh.signIn('minh')
  const own = (await minh.send('GET', '/own-exams')).json()[0]
  const early = await minh.send('GET', `/own-exams/${own.id}`)
  expect(early.statusCode).toBe(404)
  const opened = await minh.send('POST', `/own-exams/${own.id}/open`, { device })
  expect(opened.statusCode).toBe(200)
  const { items } = opened.json()
  for (const one of items)
    expect(Object.keys(one).toSorted()).toEqual([
      'answer',
      'kind',
      'options',
      'points',
      'position',
      'stem',
    ])
  const answers = items.map(
    (one: { position: number; kind: string; options: { no: number }[] }) => ({
      position: one.position,
      answer: one.kind === 'short' ? 'Ý của tôi' : [one.options[0]?.no],
    }),
  )
  const key = { 'idempotency-key': 'mot-lan-luu-bai' }
  const saved = await minh.send('POST', `/own-exams/${own.id}/answers`, { device, answers }, key)
  const again = await minh.send('POST', `/own-exams/${own.id}/answers`, { device, answers }, key)
  expect(again.json()).toEqual(saved.json())
  const said = [opened.body, saved.body]
  for (const address of [
    '/exams/bank',
    '/exams/statistics',
    '/exams/to-mark',
    '/exams/blueprints',
    '/exams/rounds',
  ]) {
    const answer = await minh.send('GET', address)
    expect(answer.statusCode).toBe(403)
    said.push(answer.body)
  }
  expect(said.join()).not.toMatch(/"(correct|guide|seed|awarded|right)"|Nêu đủ hai ý/)
  await minh.send('POST', `/own-exams/${own.id}/submit`, { device })
  const over = await minh.send('GET', `/own-exams/${own.id}`)
  expect(over.json().items.every((one: { awarded: unknown }) => one.awarded === null)).toBe(true)
  expect(over.body).not.toContain('Nêu đủ hai ý')
})
