import { Button, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useAnswer } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { UnitSelect } from '#web/organisation/UnitSelect.tsx'
import { useSettled } from '#web/shell/found.ts'
import { FilterBar } from '#web/ui/FilterBar.tsx'
import type { useListAddress } from './list-address.ts'
import { listWords } from './words.ts'

type Address = ReturnType<typeof useListAddress>['address']

interface Props {
  address: Address
  narrow(change: Address): void
}

const NOTHING: Address = {
  tim: undefined,
  'don-vi': undefined,
  gioi: undefined,
  chuc: undefined,
  dien: undefined,
  'trinh-do': undefined,
  loai: undefined,
  thieu: undefined,
  'tu-tuoi': undefined,
  'den-tuoi': undefined,
  'nghi-trong': undefined,
}

export function ListFilters({ address, narrow }: Props) {
  const say = useWords(listWords)
  const columns = useAnswer('GET /cadres/columns', {}, { staleTime: Number.POSITIVE_INFINITY })
  const filtered = Object.keys(NOTHING).some((key) => address[key as keyof Address] !== undefined)
  const choice = (
    key: 'gioi' | 'chuc' | 'dien' | 'trinh-do' | 'loai' | 'thieu',
    list: string,
    label: string,
    width: number,
  ) => (
    <Select
      key={key}
      allowClear
      aria-label={label}
      placeholder={label}
      value={address[key]}
      onChange={(code: string | undefined) => narrow({ [key]: code })}
      options={(columns.data?.filters[list] ?? []).map(({ code, label: says }) => ({
        value: code,
        label: says,
      }))}
      popupMatchSelectWidth={false}
      style={{ width }}
    />
  )
  return (
    <FilterBar
      filtered={filtered}
      onClear={() => narrow(NOTHING)}
      first={<FindName address={address} narrow={narrow} />}
    >
      <UnitSelect
        label={say.unit}
        width={230}
        value={address['don-vi']}
        onChange={(unit) => narrow({ 'don-vi': unit })}
      />
      {choice('dien', 'managedBy', say.managedBy, 190)}
      {choice('chuc', 'rank', say.rank, 150)}
      {choice('gioi', 'sex', say.sex, 104)}
      <Ages address={address} narrow={narrow} />
      {choice('trinh-do', 'degree', say.degree, 126)}
      {choice('loai', 'employment', say.employment, 130)}
      {choice('thieu', 'gap', say.gap, 180)}
      {address['nghi-trong'] === undefined ? null : (
        <Chosen onClear={() => narrow({ 'nghi-trong': undefined })}>
          {say.retires} {address['nghi-trong']} {say.months}
        </Chosen>
      )}
    </FilterBar>
  )
}

/** Letters go to the address once the fingers rest. */
function FindName({ address, narrow }: Props) {
  const say = useWords(listWords)
  const [typed, setTyped] = useState(address.tim ?? '')
  const settled = useSettled(typed, 250)
  useEffect(() => setTyped(address.tim ?? ''), [address.tim])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed moves the address.
  useEffect(() => {
    if (settled !== (address.tim ?? '')) narrow({ tim: settled || undefined })
  }, [settled])
  return (
    <Input.Search
      allowClear
      aria-label={say.find}
      placeholder={say.find}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      style={{ width: 220 }}
    />
  )
}

function Ages({ address, narrow }: Props) {
  const say = useWords(listWords)
  const age = (key: 'tu-tuoi' | 'den-tuoi', label: string) => (
    <InputNumber
      min={16}
      max={100}
      controls={false}
      aria-label={label}
      placeholder={label}
      value={address[key] ?? null}
      onChange={(value) => narrow({ [key]: value ?? undefined })}
      style={{ width: 84 }}
    />
  )
  return (
    <span className="row" style={{ gap: 4 }}>
      {age('tu-tuoi', say.ageFrom)}
      {age('den-tuoi', say.ageTo)}
    </span>
  )
}

function Chosen({ children, onClear }: { children: ReactNode; onClear: () => void }) {
  return (
    <Button size="small" onClick={onClear}>
      {children} ✕
    </Button>
  )
}
