import { Skeleton, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Import, type ImportKind, isWorking, useImport } from '@/base/api/queries/imports'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink } from '../layout/links'
import { Columns } from './Columns'
import { FileStep } from './FileStep'
import { Outcome } from './Outcome'
import { texts } from './texts'
import { Working } from './Working'

type Props = { kind: ImportKind; id: string | undefined }

const placeOf = (kind: ImportKind) => (kind === 'GOODS' ? '/goods/import' : '/members/import')

/** A list from a file, step by step: the file, its columns, a check of all rows, what came of it. */
export function ImportPage({ kind, id }: Props) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const go = (to?: string) => void navigate({ to: placeOf(kind), search: to ? { id: to } : {} })
  return (
    <>
      <PageHeader
        title={t(kind === 'GOODS' ? 'goods' : 'members')}
        actions={
          <ButtonLink to={kind === 'GOODS' ? '/goods' : '/members'} variant="default">
            {t(kind === 'GOODS' ? 'toGoods' : 'toMembers')}
          </ButtonLink>
        }
      />
      {id ? (
        <OneImport key={id} id={id} onOther={() => go()} />
      ) : (
        <Step n={1} name={t('stepFile')}>
          <FileStep kind={kind} onChosen={go} />
        </Step>
      )}
    </>
  )
}

function OneImport({ id, onOther }: { id: string; onOther: () => void }) {
  const t = useTexts(texts)
  const { data: one, error, refetch } = useImport(id)
  const [columns, setColumns] = useState(false)
  if (error && !one) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!one) return <Skeleton h={240} radius="lg" />
  const [n, name] = stepOf(one, columns)
  return (
    <Step n={n} name={t(name)}>
      {isWorking(one) ? (
        <Working one={one} />
      ) : one.state === 'NEW' || columns ? (
        <Columns one={one} onChecking={() => setColumns(false)} onOther={onOther} />
      ) : (
        <Outcome one={one} onColumns={() => setColumns(true)} onOther={onOther} />
      )}
    </Step>
  )
}

function stepOf({ state }: Import, columns: boolean) {
  if (columns || state === 'NEW') return [2, 'stepColumns'] as const
  if (state === 'CHECKING' || state === 'CHECKED') return [3, 'stepCheck'] as const
  return [4, 'stepResult'] as const
}

function Step({ n, name, children }: { n: number; name: string; children: React.ReactNode }) {
  const t = useTexts(texts)
  return (
    <Stack gap="md">
      <Text fw={650} c="dimmed" role="status">
        {t('step', { n: String(n), name })}
      </Text>
      {children}
    </Stack>
  )
}
