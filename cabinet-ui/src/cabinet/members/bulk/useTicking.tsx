import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import type { MemberFilter } from '@/base/api/queries/members'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../../layout/currentSession'
import { BulkBar } from './BulkBar'
import { BulkJobsDialog } from './BulkJobsDialog'
import { texts } from './texts'

type Member = Schemas['Member']

/** Who is ticked, until the list is another one, and what can be done to them. */
export function useTicking(filter: MemberFilter) {
  const t = useTexts(texts)
  const many = useMay('MEMBERS_BULK')
  const { q, tier, when } = filter
  const list = JSON.stringify([q, tier, when])
  const [ticks, setTicks] = useState<{ list: string; ticked: ReadonlySet<string> }>({ list, ticked: new Set() })
  const [jobs, setJobs] = useState(false)
  if (!many) return {}
  const ticked = ticks.list === list ? ticks.ticked : new Set<string>()
  const drop = () => setTicks({ list, ticked: new Set() })
  return {
    select: {
      ticked,
      onChange: (next: ReadonlySet<string>) => setTicks({ list, ticked: next }),
      label: (member: Member) => member.name,
    },
    bar: ticked.size > 0 && (
      <BulkBar
        key={[...ticked].join()}
        ticked={ticked}
        found={{ q, tier, condition: when }}
        onDrop={drop}
        onBegun={() => {
          drop()
          setJobs(true)
        }}
      />
    ),
    jobs: (
      <>
        <Button variant="default" leftSection={<IconChecks size={18} aria-hidden />} onClick={() => setJobs(true)}>
          {t('jobs')}
        </Button>
        {jobs && <BulkJobsDialog onClose={() => setJobs(false)} />}
      </>
    ),
  }
}
