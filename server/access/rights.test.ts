import { describe, expect, test as plain } from 'vitest'
import { routes } from '#server/routes.ts'
import { test } from '#server/testing.ts'
import { changes, OWN_ACCOUNT, RIGHTS, rightOf } from './rights.ts'
import { ownRole, rolesOn } from './roles.ts'

describe('rights', () => {
  plain('every right opens something, and every route has one', () => {
    expect(Object.values(RIGHTS).filter(({ operations }) => operations.length === 0)).toEqual([])
    const without = Object.values(routes).filter(({ operation }) => !rightOf(operation))
    expect(without.map(({ operation }) => operation)).toEqual([])
  })

  plain('a right that opens a command changes something', () => {
    const commands = Object.values(routes).filter(({ kind }) => kind === 'command')
    const rights = new Set(commands.map(({ operation }) => rightOf(operation) ?? ''))
    expect([...rights].filter((code) => code !== OWN_ACCOUNT && !changes(code))).toEqual([])
  })
})

describe('the roles a province begins with', () => {
  test('know the rights they hold, and each holds the own account', async ({ ctx, as }) => {
    for (const { code } of await rolesOn(ctx.db, ctx.today)) {
      const { rights } = await ownRole(await as({ role: code }))
      expect([...rights].filter((right) => !Object.hasOwn(RIGHTS, right))).toEqual([])
      expect(rights).toContain(OWN_ACCOUNT)
    }
  })

  test('an inspector changes nothing, an administrator opens no record', async ({ as }) => {
    const inspector = await ownRole(await as({ role: 'inspector' }))
    expect([...inspector.rights].filter(changes)).toEqual([])
    const admin = await ownRole(await as({ role: 'admin' }))
    const opening = Object.entries(RIGHTS).filter(([, { opensRecords }]) => opensRecords)
    expect(opening.filter(([code]) => admin.rights.has(code))).toEqual([])
  })

  test('an unknown role holds nothing', async ({ as }) => {
    expect((await ownRole(await as({ role: 'nobody' }))).rights.size).toBe(0)
  })
})
