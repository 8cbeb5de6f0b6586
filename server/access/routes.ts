import { accountList } from './account-list.ts'
import {
  addAccount,
  disableAccount,
  enableAccount,
  endAccountSessions,
  resetAccount,
} from './accounts.ts'
import { addRole } from './add-role.ts'
import { endColumnGroup, grantColumnGroup } from './column-group-grants.ts'
import {
  changePassword,
  confirmSecondFactor,
  ownAccount,
  removeOwnSecondFactor,
  renewOwnRecoveryCodes,
  startSecondFactor,
} from './own-account.ts'
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.ts'
import { roleList } from './role-list.ts'
import { setRoleRequirement } from './role-requirements.ts'
import { endRight, grantRight } from './role-rights.ts'
import { setUpCode } from './set-up.ts'
import { endSingleSignOn, linkAccount, setSingleSignOn } from './single-sign-on.ts'
import { whoAmI } from './who-am-i.ts'

export const accessRoutes = {
  'GET /me': whoAmI,
  'GET /own-account': ownAccount,
  'GET /own-account/sessions': ownSessions,
  'DELETE /own-account/sessions/:id': endOwnSession,
  'DELETE /own-account/sessions': endOtherSessions,
  'POST /own-account/password': changePassword,
  'POST /own-account/second-factor': startSecondFactor,
  'POST /own-account/second-factor/confirmation': confirmSecondFactor,
  'POST /own-account/second-factor/removal': removeOwnSecondFactor,
  'POST /own-account/recovery-codes': renewOwnRecoveryCodes,
  'GET /accounts': accountList,
  'POST /accounts': addAccount,
  'POST /accounts/:username/disable': disableAccount,
  'POST /accounts/:username/enable': enableAccount,
  'POST /accounts/:username/reset': resetAccount,
  'POST /accounts/:username/link': linkAccount,
  'DELETE /accounts/:username/sessions': endAccountSessions,
  'POST /role-requirements': setRoleRequirement,
  'GET /roles': roleList,
  'POST /roles': addRole,
  'POST /roles/:role/rights': grantRight,
  'POST /role-rights/:id/end': endRight,
  'POST /roles/:role/column-groups': grantColumnGroup,
  'POST /column-group-grants/:id/end': endColumnGroup,
  'POST /single-sign-on': setSingleSignOn,
  'DELETE /single-sign-on': endSingleSignOn,
  'POST /set-up-codes': setUpCode,
}
