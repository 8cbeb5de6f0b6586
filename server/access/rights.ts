import { AUTHORITY_RIGHTS } from './authority-rights.ts'
import { DUE_RIGHTS } from './due-rights.ts'
import { EVALUATION_RIGHTS } from './evaluation-rights.ts'
import { EXAM_RIGHTS } from './exam-rights.ts'
import { IMPORT_RIGHTS } from './import-rights.ts'
import { INSPECTION_RIGHTS } from './inspection-rights.ts'
import { LOG_RIGHTS } from './log-rights.ts'
import { PERIODIC_REPORT_RIGHTS } from './periodic-report-rights.ts'
import { PUBLICITY_RIGHTS } from './publicity-rights.ts'
import { QUALITY_RIGHTS } from './quality-rights.ts'
import { RECORD_RIGHTS } from './record-rights.ts'
import { REORGANISATION_RIGHTS } from './reorganisation-rights.ts'
import { REPORT_RIGHTS } from './report-rights.ts'
import { STANDING_RIGHTS } from './standing-rights.ts'
import { TASK_RIGHTS } from './task-rights.ts'

/** The same acts as in a delegation (directives/delegation-shape.ts). */
export const ACTS = {
  see: 'Xem',
  propose: 'Đề xuất',
  appraise: 'Thẩm định',
  decide: 'Quyết định, ghi',
  sign: 'Ký',
} as const

type RightCode = `${string}.${keyof typeof ACTS}`

export interface Right {
  label: string
  /** What the screen lists it under. */
  field: string
  /** Shows facts about people, so that whoever keeps accounts never holds it. */
  opensRecords?: true
  /** Decides who may do what: for roles that see nobody's record. */
  keepsAccounts?: true
  /** Means nothing in part: for roles that see the whole province. */
  wholeProvince?: true
  operations: readonly string[]
}

/** What a role can be given: a matter, an act, and the operations it opens, each named once. */
export const RIGHTS: Readonly<Record<RightCode, Right>> = {
  'units.see': {
    label: 'Xem cây tổ chức',
    field: 'Tổ chức, hồ sơ',
    operations: ['organisation.tree'],
  },
  'organisation.see': {
    label: 'Xem biên chế, người giữ chức vụ',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    operations: ['organisation.unit', 'organisation.frame'],
  },
  'lists.see': {
    label: 'Xem danh sách, tổng quan đội ngũ',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    operations: ['cadres.list', 'cadres.columns', 'cadres.overview'],
  },
  ...REPORT_RIGHTS,
  'records.see': {
    label: 'Xem, in hồ sơ',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    operations: [
      'cadres.file',
      'cadres.card',
      'cadres.print_file',
      'audit.of_person',
      'cadres.record',
      'cadres.dictionary',
      'cadres.choices',
      'cadres.documents',
      'cadres.document_file',
      'cadres.fact_history',
      'cadres.person_completeness',
    ],
  },
  ...RECORD_RIGHTS,
  'restricted.see': {
    label: 'Mở nhóm thông tin hạn chế được giao',
    field: 'Tổ chức, hồ sơ',
    opensRecords: true,
    operations: ['cadres.restricted_groups', 'cadres.restricted_group'],
  },
  ...IMPORT_RIGHTS,
  ...QUALITY_RIGHTS,
  'texts.see': {
    label: 'Xem văn bản, chỉ tiêu của một người',
    field: 'Chỉ tiêu, đề án',
    opensRecords: true,
    operations: ['directives.packs', 'directives.about_person'],
  },
  'targets.see': {
    label: 'Xem chỉ tiêu',
    field: 'Chỉ tiêu, đề án',
    opensRecords: true,
    operations: [
      'directives.targets',
      'directives.target',
      'directives.target_units',
      'directives.target_subjects',
      'directives.target_trend',
      'directives.targets_by_unit',
      'directives.trends',
      'directives.figures',
      'directives.heat',
    ],
  },
  ...AUTHORITY_RIGHTS,
  ...REORGANISATION_RIGHTS,
  ...STANDING_RIGHTS,
  ...DUE_RIGHTS,
  ...PUBLICITY_RIGHTS,
  ...EXAM_RIGHTS,
  ...INSPECTION_RIGHTS,
  ...PERIODIC_REPORT_RIGHTS,
  ...EVALUATION_RIGHTS,
  ...TASK_RIGHTS,
  ...LOG_RIGHTS,
  'own_account.decide': {
    label: 'Tài khoản của mình',
    field: 'Tài khoản, vai trò',
    operations: [
      'access.who_am_i',
      'access.own_account',
      'access.own_sessions',
      'access.change_password',
      'access.start_second_factor',
      'access.confirm_second_factor',
      'access.remove_second_factor',
      'access.renew_recovery_codes',
      'access.end_own_session',
      'access.end_other_sessions',
    ],
  },
  'accounts.decide': {
    label: 'Quản trị tài khoản',
    field: 'Tài khoản, vai trò',
    keepsAccounts: true,
    operations: [
      'access.accounts',
      'access.add_account',
      'access.disable_account',
      'access.enable_account',
      'access.reset_account',
      'access.link_account',
      'access.end_account_sessions',
      'access.set_role_requirement',
      'access.set_single_sign_on',
      'access.end_single_sign_on',
      'access.issue_set_up_code',
    ],
  },
  'roles.see': {
    label: 'Xem vai trò và quyền',
    field: 'Tài khoản, vai trò',
    operations: ['access.roles'],
  },
  'roles.decide': {
    label: 'Giao và thôi giao quyền',
    field: 'Tài khoản, vai trò',
    keepsAccounts: true,
    operations: [
      'access.grant_right',
      'access.end_right',
      'access.add_role',
      'access.grant_column_group',
      'access.end_column_group',
    ],
  },
}

/** Whoever has an account keeps its password: every role has it and none loses it. */
export const OWN_ACCOUNT = 'own_account.decide'

export const changes = (code: string): boolean => !code.endsWith('.see') && code !== OWN_ACCOUNT

const rightOfOperation = new Map<string, string>()
for (const [code, { operations }] of Object.entries(RIGHTS)) {
  for (const operation of operations) {
    const other = rightOfOperation.get(operation)
    if (other) throw new Error(`${operation} belongs to two rights: ${other} and ${code}`)
    rightOfOperation.set(operation, code)
  }
}

/** The one right an operation belongs to; one without stops the server from starting. */
export const rightOf = (operation: string): string | undefined => rightOfOperation.get(operation)
