import type { z } from 'zod'
import type { accountList } from '#server/access/account-list.ts'
import type { ownAccount } from '#server/access/own-account.ts'
import type { ownSessions } from '#server/access/own-sessions.ts'

export type Accounts = z.output<typeof accountList.output>
export type AccountRow = Accounts['accounts'][number]
export type OwnAccount = z.output<typeof ownAccount.output>
export type OwnSession = z.output<typeof ownSessions.output>[number]
