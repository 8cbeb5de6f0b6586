import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  InfoCircleFilled,
  QuestionCircleOutlined,
  StopFilled,
  WarningFilled,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export type Tone = 'met' | 'not_met' | 'unknown' | 'remind' | 'due' | 'stop' | 'info' | 'plain'

const ICONS = {
  met: CheckCircleFilled,
  not_met: CloseCircleFilled,
  unknown: QuestionCircleOutlined,
  remind: WarningFilled,
  due: ClockCircleOutlined,
  stop: StopFilled,
  info: InfoCircleFilled,
  plain: CloseCircleFilled,
}

export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = ICONS[tone]
  return <Icon aria-hidden />
}

/** A state is an icon, a word and a colour, always all three. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`tag ${tone === 'due' ? 'plain' : tone}`}>
      <ToneIcon tone={tone} />
      {children}
    </span>
  )
}
