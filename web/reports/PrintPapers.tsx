import { FileTextOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Modal, Radio, Segmented } from 'antd'
import { useId, useState } from 'react'
import { askFile, type Output, type Refused, useAnswer } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Answered } from '#web/ui/Waiting.tsx'
import { paperWords } from './paper-words.ts'
import { saveFile } from './save-file.ts'

type Paper = Output<'GET /papers'>[number]
type Group = Paper['groups'][number]['group']

interface Person {
  id: number
  name: string
}

/** "In, xuất" beside a person's name: which paper, as what, with which restricted groups. */
export function PrintPapers({ id, name }: Person) {
  const say = useWords(paperWords)
  const may = useMay('reports.paper')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button icon={<FileTextOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say.open}
      </Button>
      <Modal
        open={open}
        title={`${say.title} · ${name}`}
        footer={null}
        onCancel={() => setOpen(false)}
        closable={{ 'aria-label': say.close }}
        destroyOnHidden
      >
        <Choice id={id} name={name} />
      </Modal>
    </>
  )
}

function Choice({ id, name }: Person) {
  const papers = useAnswer('GET /papers', { id })
  const [chosen, setChosen] = useState<string>()
  const say = useWords(paperWords)
  return (
    <Answered answer={papers} rows={6}>
      {(all) => {
        const list = all.filter(({ about }) => about === 'person')
        const paper = list.find((one) => one.paper === chosen) ?? list[0]
        if (!paper) return null
        return (
          <>
            <Radio.Group
              aria-label={say.paper}
              className="paper-choice"
              value={paper.paper}
              onChange={(event) => setChosen(event.target.value)}
              options={list.map((one) => ({ value: one.paper, label: one.name }))}
            />
            <Print key={paper.paper} {...{ id, name, paper }} />
          </>
        )
      }}
    </Answered>
  )
}

const LEAST_REASON = 10

function Print({ id, name, paper }: Person & { paper: Paper }) {
  const say = useWords(paperWords)
  const { asOf } = useAsOf()
  const client = useQueryClient()
  const [format, setFormat] = useState<'docx' | 'pdf'>('docx')
  const [groups, setGroups] = useState<Group[]>([])
  const [reason, setReason] = useState('')
  const print = useMutation<Blob, Refused, void>({
    gcTime: 0,
    mutationFn: () =>
      askFile('POST /cadres/:id/papers/:paper', {
        ...{ id, paper: paper.paper, format, asOf, groups: groups as 'family'[], reason },
      }),
    onSuccess: (file) => {
      saveFile(file, `${paper.name} - ${name}.${format}`)
      void client.invalidateQueries({ queryKey: ['GET /cadres/:id/log'] })
    },
  })
  const needsReason = paper.groups.some(
    ({ group, access }) => access === 'granted' && groups.includes(group),
  )
  const isShort = needsReason && reason.trim().length < LEAST_REASON
  return (
    <form
      className="paper-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isShort) print.mutate()
      }}
    >
      <Groups groups={paper.groups} chosen={groups} onChange={setGroups} />
      {needsReason ? <Reason value={reason} isShort={isShort} onChange={setReason} /> : null}
      {print.error ? <Notice tone="stop">{print.error.message}</Notice> : null}
      <div className="row">
        <Segmented
          aria-label={say.format}
          value={format}
          onChange={setFormat}
          options={(['docx', 'pdf'] as const).map((value) => ({ value, label: say[value] }))}
        />
        <Button type="primary" htmlType="submit" disabled={isShort} loading={print.isPending}>
          {say.download}
        </Button>
        <span className="small second">{`${say.asOf} ${day(asOf)}`}</span>
      </div>
    </form>
  )
}

interface GroupsProps {
  groups: Paper['groups']
  chosen: Group[]
  onChange(groups: Group[]): void
}

function Groups({ groups, chosen, onChange }: GroupsProps) {
  const say = useWords(paperWords)
  if (groups.length === 0) return <p className="small second">{say.none}</p>
  return (
    <fieldset>
      <legend>{say.restricted}</legend>
      <Checkbox.Group
        value={chosen}
        onChange={onChange}
        options={groups.map(({ group, label, access }) => ({
          value: group,
          disabled: access === 'none',
          label: access === 'none' ? `${label} (${say.locked})` : label,
        }))}
      />
    </fieldset>
  )
}

interface ReasonProps {
  value: string
  isShort: boolean
  onChange(value: string): void
}

function Reason({ value, isShort, onChange }: ReasonProps) {
  const say = useWords(paperWords)
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{say.why}</label>
      <Input
        id={id}
        value={value}
        maxLength={500}
        placeholder={say.whyHint}
        aria-describedby={`${id}-says`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-says`} className="small second">
        {isShort ? say.whyShort : say.whyKept}
      </p>
    </div>
  )
}
