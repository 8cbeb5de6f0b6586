import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  /** YYYY-MM-DD, as the server reads and writes days; a form gives and takes it. */
  value?: string | undefined
  onChange?(day: string | undefined): void
  min?: string | undefined
  max?: string | undefined
  id?: string
  placeholder?: string
  width?: number
  clearable?: boolean
  disabled?: boolean
  prefix?: string
  'aria-label'?: string
}

/** A day as people here write it, picked or typed: 31/10/2024, 1/5/2024, 01052024. */
export function DateField({ value, onChange, min, max, width, clearable = true, ...more }: Props) {
  return (
    <DatePicker
      {...more}
      value={value ? dayjs(value) : null}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY', 'YYYY-MM-DD']}
      {...(min && { minDate: dayjs(min) })}
      {...(max && { maxDate: dayjs(max) })}
      allowClear={clearable}
      onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : undefined)}
      style={width ? { width } : { minWidth: 140 }}
    />
  )
}
