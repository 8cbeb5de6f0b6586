import { Select } from 'antd'
import { useAnswer } from '#web/lib/api.ts'
import { useLanguage, useWords } from '#web/lib/language.ts'
import { DateField } from '#web/ui/DateField.tsx'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import { ACTS } from './acts.ts'
import type { useLogAddress } from './log-address.ts'
import { logWords } from './words.ts'

type LogAddress = ReturnType<typeof useLogAddress>

const NOTHING = {
  ai: undefined,
  viec: undefined,
  'vu-viec': undefined,
  loai: undefined,
  tu: undefined,
  den: undefined,
}

export function LogFilters({ address, narrow }: Pick<LogAddress, 'address' | 'narrow'>) {
  const say = useWords(logWords)
  const language = useLanguage()
  const choices = useAnswer('GET /audit/choices', {})
  const filtered = Object.keys(NOTHING).some((key) => address[key as keyof typeof NOTHING])
  const day = (key: 'tu' | 'den', label: string) => (
    <DateField
      aria-label={label}
      placeholder={label}
      value={address[key]}
      onChange={(picked) => narrow({ [key]: picked })}
      width={130}
    />
  )
  return (
    <FilterBar
      filtered={filtered}
      onClear={() => narrow(NOTHING)}
      first={
        <Select
          allowClear
          aria-label={say.who}
          placeholder={say.anyone}
          value={address.ai}
          onChange={(ai: string | undefined) => narrow({ ai })}
          options={(choices.data?.actors ?? []).map(({ actor, who }) => ({
            value: actor,
            label: `${who || actor} (${actor})`,
          }))}
          popupMatchSelectWidth={false}
          style={{ width: 220 }}
        />
      }
    >
      <Select
        allowClear
        aria-label={say.what}
        placeholder={say.anything}
        value={address.viec}
        onChange={(viec: string | undefined) => narrow({ viec })}
        options={(choices.data?.operations ?? []).map((operation) => ({
          value: operation,
          label: ACTS[operation]?.[language] ?? operation,
        }))}
        popupMatchSelectWidth={false}
        style={{ width: 210 }}
      />
      <Select
        allowClear
        aria-label={say.act}
        placeholder={say.anyAct}
        value={address.loai}
        onChange={(loai: typeof address.loai) => narrow({ loai })}
        options={[
          { value: 'change', label: say.change },
          { value: 'view', label: say.view },
          { value: 'export', label: say.exportAct },
          { value: 'print', label: say.print },
        ]}
        style={{ width: 120 }}
      />
      {day('tu', say.from)}
      {day('den', say.to)}
    </FilterBar>
  )
}
