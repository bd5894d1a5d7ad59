import { ActionIcon, Badge, Group, List, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import {
  type Import,
  type ImportKind,
  isWorking,
  useCreateImport,
  useImports,
  useRemoveImport,
} from '@/base/api/queries/imports'
import { Panel } from '@/base/components/Panel'
import { FilePick } from '@/base/form/FilePick'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { isTable } from './isTable'
import { texts } from './texts'

type Props = { kind: ImportKind; onChosen: (id: string) => void }

/** Which file; and the imports of the last days, to be found again. */
export function FileStep({ kind, onChosen }: Props) {
  const t = useTexts(texts)
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const create = useCreateImport(kind)
  const carriesBalances = useMay('BALANCE_CORRECT')
  const [foreign, setForeign] = useState(false)
  const goods = kind === 'GOODS'
  function submit() {
    setTried(true)
    if (file && !foreign) create.mutate(file, { onSuccess: (one) => onChosen(one.id) })
  }
  return (
    <>
      <Panel>
        <Form onSubmit={submit} submit={t('next')} busy={create.isPending} error={create.error}>
          <FilePick
            label={t('file')}
            placeholder={t('choose')}
            description={t(goods ? 'fileHintGoods' : 'fileHintMembers')}
            accept={goods ? '.csv,.tsv,.txt,.xlsx,.xml,.yml' : '.csv,.tsv,.txt,.xlsx'}
            value={file}
            onChange={(chosen) => {
              setFile(chosen)
              setForeign(false)
              create.reset()
              if (chosen) void isTable(chosen).then((table) => setForeign(!table))
            }}
            error={foreign ? t('fileForeign') : tried && !file ? t('fileWanted') : undefined}
          />
          <List size="sm" c="dimmed" spacing={4}>
            <List.Item>{t(goods ? 'goodsNote' : 'membersNote')}</List.Item>
            {!goods && carriesBalances && <List.Item>{t('balanceNote')}</List.Item>}
            {!goods && <List.Item>{t('consentNote')}</List.Item>}
          </List>
        </Form>
      </Panel>
      <Recent kind={kind} />
    </>
  )
}

function Recent({ kind }: { kind: ImportKind }) {
  const t = useTexts(texts)
  const imports = useImports(kind).data?.items ?? []
  if (imports.length === 0) return null
  return (
    <Panel title={t('earlier')}>
      <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {imports.map((one) => (
          <RecentOne key={one.id} one={one} />
        ))}
      </Stack>
    </Panel>
  )
}

function RecentOne({ one }: { one: Import }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const { kind, file, by, createdAt } = one.about
  const remove = useRemoveImport(kind)
  return (
    <Group component="li" justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <TextLink
          to={kind === 'GOODS' ? '/goods/import' : '/members/import'}
          search={{ id: one.id }}
          fw={650}
          style={{ overflowWrap: 'anywhere' }}
        >
          {file}
        </TextLink>
        <Text size="sm" c="dimmed">
          {f.dateTime(createdAt)} · {by}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Badge variant="light" color={one.state === 'DONE' ? undefined : 'gray'}>
          {t(`state.${one.state}`)}
        </Badge>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          disabled={isWorking(one)}
          loading={remove.isPending}
          aria-label={t('remove', { file })}
          onClick={() => remove.mutate(one.id)}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  )
}
