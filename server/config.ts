import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './kernel/refusal.ts'

export const ROOT = resolve(import.meta.dirname, '..')

/** Every environment variable, parsed once, with what it means (listed by `--help`). */
export const SETTINGS = {
  NGANGTAM_DATA: 'thư mục của cơ sở dữ liệu nhúng (mặc định ./data)',
  DATABASE_URL: 'địa chỉ PostgreSQL ≥ 15; có thì không dùng cơ sở dữ liệu nhúng',
  PORT: 'cổng của ứng dụng web (mặc định 3000)',
  HOST: 'địa chỉ lắng nghe (mặc định 127.0.0.1)',
  TRUST_PROXY: 'địa chỉ proxy TLS đứng trước, ví dụ loopback hoặc 10.0.0.5 (mặc định không tin)',
  NGANGTAM_SEALS: 'thư mục niêm phong nhật ký, nên ở ổ đĩa khác (mặc định <dữ liệu>/seals)',
  NGANGTAM_DEMO: 'off: cơ sở dữ liệu trống thì để trống, không nạp các tỉnh minh họa (mặc định on)',
  NGANGTAM_SMTP_URL:
    'máy chủ thư để gửi thư nhắc việc, ví dụ smtp://thu.tinh.gov.vn:587 (mặc định không gửi)',
  NGANGTAM_MAIL_FROM: 'địa chỉ người gửi của thư nhắc việc',
  NGANGTAM_URL: 'địa chỉ người dùng mở ứng dụng, để ghi trong thư nhắc việc',
  METRICS_OPEN: '1: /healthz, /readyz và /metrics trả lời cả máy khác (mặc định chỉ máy này)',
} as const

const shape = z.object({
  NGANGTAM_DATA: z.string().min(1).default(join(ROOT, 'data')),
  DATABASE_URL: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  TRUST_PROXY: z.string().min(1).optional(),
  NGANGTAM_SEALS: z.string().min(1).optional(),
  NGANGTAM_DEMO: z.enum(['on', 'off']).default('on'),
  NGANGTAM_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  NGANGTAM_MAIL_FROM: z.string().min(3).optional(),
  NGANGTAM_URL: z.url({ protocol: /^https?$/ }).optional(),
  METRICS_OPEN: z.enum(['0', '1']).default('0'),
})

export interface Config {
  dataFolder: string
  databaseUrl: string | undefined
  port: number
  host: string
  trustProxy: string | undefined
  sealsFolder: string
  /** Whether a start on an empty database loads the demonstration provinces. */
  demonstration: boolean
  metricsOpen: boolean
  /** Undefined sends no mail. */
  mail: { smtpUrl: string; from: string; publicUrl: string } | undefined
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = shape.parse(
    Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')),
  )
  const dataFolder = resolve(set.NGANGTAM_DATA)
  return {
    dataFolder,
    databaseUrl: set.DATABASE_URL,
    port: set.PORT,
    host: set.HOST,
    trustProxy: set.TRUST_PROXY,
    sealsFolder: set.NGANGTAM_SEALS ? resolve(set.NGANGTAM_SEALS) : join(dataFolder, 'seals'),
    demonstration: set.NGANGTAM_DEMO === 'on',
    metricsOpen: set.METRICS_OPEN === '1',
    mail: mailOf(set),
  }
}

/** All three or none: a mail without a sender or a link would help nobody. */
function mailOf(set: z.output<typeof shape>): Config['mail'] {
  const { NGANGTAM_SMTP_URL: smtpUrl, NGANGTAM_MAIL_FROM: from, NGANGTAM_URL: publicUrl } = set
  if (!smtpUrl) return undefined
  if (from && publicUrl) return { smtpUrl, from, publicUrl }
  throw new Refusal(
    'invalid',
    'Để gửi thư nhắc việc hãy đặt cả NGANGTAM_SMTP_URL, NGANGTAM_MAIL_FROM và NGANGTAM_URL.',
  )
}
