import { Alert, Button, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload, IconLifebuoy } from '@tabler/icons-react'
import { OnceDialog } from '@/base/dialog/OnceDialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { codes: readonly string[]; onClose: () => void }

export function CodesDialog({ codes, onClose }: Props) {
  const t = useTexts(texts)
  const all = `${codes.join('\n')}\n`
  return (
    <OnceDialog title={t('codesTitle')}>
      <Stack>
        <Alert color="honey" icon={<IconLifebuoy aria-hidden />}>
          <Text c="var(--k-text)" size="sm">
            {t('codesText')}
          </Text>
        </Alert>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" component="ul" m={0} p={0} aria-label={t('codesTitle')}>
          {codes.map((code) => (
            <Text key={code} component="li" ff="monospace" style={{ listStyle: 'none' }}>
              {code}
            </Text>
          ))}
        </SimpleGrid>
        <Group>
          <CopyButton value={all}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
                onClick={copy}
              >
                {t(copied ? 'codesCopied' : 'codesCopy')}
              </Button>
            )}
          </CopyButton>
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(all)}`}
            download="kartela-codes.txt"
          >
            {t('codesSave')}
          </Button>
        </Group>
        <Button onClick={onClose} data-autofocus>
          {t('codesKept')}
        </Button>
      </Stack>
    </OnceDialog>
  )
}
