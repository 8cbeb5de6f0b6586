import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { type Line, trendOption } from './trend-option.ts'

echarts.use([LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** A share over the years against its threshold: black is counted, blue is already certain. */
export function Trend({ label, ...line }: Line & { label: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const chart = echarts.init(box.current, undefined, { renderer: 'svg' })
    const follow = new ResizeObserver(() => chart.resize())
    follow.observe(box.current)
    return () => {
      follow.disconnect()
      chart.dispose()
    }
  }, [])
  useEffect(() => {
    if (box.current) echarts.getInstanceByDom(box.current)?.setOption(trendOption(line), true)
  })
  return <div ref={box} role="img" aria-label={label} style={{ height: 250 }} />
}
