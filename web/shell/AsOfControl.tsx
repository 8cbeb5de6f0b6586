import { CalendarOutlined } from '@ant-design/icons'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useAsOf } from '#web/lib/as-of.ts'
import { day } from '#web/lib/format.ts'
import { useWords, wordsOf } from '#web/lib/language.ts'

const words = wordsOf(
  {
    label: 'Số liệu ngày',
    pick: 'Chọn ngày của số liệu',
    back: 'Về hôm nay',
    today: 'Hôm nay',
    monthEnd: 'Cuối tháng trước',
    yearEnd: 'Cuối năm trước',
    yearNext: 'Cuối năm nay',
  },
  {
    label: 'Figures as of',
    pick: 'Choose the date of the figures',
    back: 'Back to today',
    today: 'Today',
    monthEnd: 'End of last month',
    yearEnd: 'End of last year',
    yearNext: 'End of this year',
  },
)

/** Grey is today; amber is any other day, with the way back. */
export function AsOfControl() {
  const say = useWords(words)
  const { asOf, today, isToday, lookAt } = useAsOf()
  const year = Number(today.slice(0, 4))
  const monthEnd = dayjs(today).startOf('month').subtract(1, 'day').format('YYYY-MM-DD')
  return (
    <div className={`asof ${isToday ? '' : 'other'}`}>
      <span className="asof-word">
        <CalendarOutlined aria-hidden />
        {say.label}
      </span>
      <DatePicker
        aria-label={`${say.pick}: ${day(asOf)}`}
        value={dayjs(asOf)}
        format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
        allowClear={false}
        showNow={false}
        presets={[
          { label: say.today, value: dayjs(today) },
          { label: say.monthEnd, value: dayjs(monthEnd) },
          { label: say.yearEnd, value: dayjs(`${year - 1}-12-31`) },
          { label: say.yearNext, value: dayjs(`${year}-12-31`) },
        ]}
        onChange={(picked) => {
          if (picked) lookAt(picked.format('YYYY-MM-DD'))
        }}
      />
      {isToday ? null : (
        <button type="button" className="asof-back" onClick={() => lookAt(today)}>
          {say.back}
        </button>
      )}
    </div>
  )
}
