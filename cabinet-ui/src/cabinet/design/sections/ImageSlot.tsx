import { Button, Group, Loader, Menu, Text } from '@mantine/core'
import { IconPhotoPlus, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { designImageUrl, useAddDesignImage, useDesignImages } from '@/base/api/queries/design'
import { describeError } from '@/base/components/errors'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import type { ImageRole } from '../document/document'
import { facePath, inputId, useDesignForm, useValue } from '../document/form'
import { NotAPicture, preparePicture, SIZES, suits, TooHeavy } from '../document/images'
import classes from './ImageSlot.module.css'
import { texts } from './texts'

/** One picture of the card: dropped, chosen from the disk or from those uploaded before, drawn by us, or none. */
export function ImageSlot({ role }: { role: ImageRole }) {
  const t = useTexts(texts)
  const { doc, tier } = useDesignForm()
  const path = [...facePath(tier), 'images', role]
  const { value, set, error } = useValue<string>(path)
  const { upload, busy, failure } = useUpload(role, set)
  const { over, dropping } = useDropping((picture) => void upload(picture))
  const file = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const errorId = useId()
  const size = SIZES[role]
  const shown = value ?? (tier ? doc.images?.[role] : undefined) ?? 'drawn'
  const name = t(`image.${role}`)

  const problem = failure ?? error
  return (
    <fieldset
      className={classes.slot}
      data-over={over || undefined}
      data-bad={problem ? true : undefined}
      {...dropping}
    >
      <legend>{name}</legend>
      <Picture
        id={inputId(path)}
        role={role}
        shown={shown}
        busy={busy}
        describedBy={problem ? `${hintId} ${errorId}` : hintId}
        onClick={() => file.current?.click()}
      />
      <input
        ref={file}
        type="file"
        hidden
        data-role={role}
        accept="image/png,image/jpeg,image/webp,image/gif,image/svg+xml"
        onChange={(event) => {
          void upload(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Text id={hintId} fz="xs" c="dimmed">
        {t(size.fit === 'fill' ? 'sizeFill' : 'sizeInside', { width: size.width * 3, height: size.height * 3 })}
      </Text>
      {problem && (
        <Text id={errorId} role="alert" fz="sm" c="var(--k-danger-text)">
          {problem}
        </Text>
      )}
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconUpload size={15} aria-hidden />}
          onClick={() => file.current?.click()}
          aria-label={`${t('upload')}: ${name}`}
        >
          {t('upload')}
        </Button>
        <Others role={role} name={name} inherits={Boolean(tier)} onChoose={set} />
      </Group>
    </fieldset>
  )
}

/** A file let go over the place. */
function useDropping(onPicture: (picture: File | undefined) => void) {
  const [over, setOver] = useState(false)
  const dropping = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      onPicture(event.dataTransfer.files[0])
    },
  }
  return { over, dropping }
}

/** Makes a picture fit and sends it; what stands against it is said in words. */
function useUpload(role: ImageRole, onMade: (id: string) => void) {
  const t = useTexts(texts)
  const locale = useLocale()
  const add = useAddDesignImage()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function upload(picture: File | undefined) {
    if (!picture) return
    setBusy(true)
    setFailure(undefined)
    try {
      const made = await add.mutateAsync(await preparePicture(picture, role))
      onMade(made.id)
    } catch (cause) {
      if (cause instanceof NotAPicture) setFailure(t('notAPicture'))
      else if (cause instanceof TooHeavy) setFailure(t('tooHeavy'))
      else setFailure(describeError(cause, locale))
    } finally {
      setBusy(false)
    }
  }
  return { upload, busy, failure }
}

type PictureProps = {
  id: string
  role: ImageRole
  /** An uploaded one, or `drawn` by us, or `none`. */
  shown: string
  busy: boolean
  describedBy: string
  onClick: () => void
}

function Picture({ id, role, shown, busy, describedBy, onClick }: PictureProps) {
  const t = useTexts(texts)
  const size = SIZES[role]
  const own = shown !== 'drawn' && shown !== 'none'
  return (
    <button
      type="button"
      id={id}
      className={classes.picture}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      aria-label={t('chooseFor', { name: t(`image.${role}`) })}
      aria-describedby={describedBy}
      onClick={onClick}
    >
      {busy ? (
        <Loader size="sm" />
      ) : own ? (
        <img src={designImageUrl(shown)} alt="" data-fit={size.fit} />
      ) : (
        <span>
          <IconPhotoPlus size={20} aria-hidden />
          {t(shown === 'none' ? 'pictureNone' : 'pictureDrawn')}
        </span>
      )}
    </button>
  )
}

type OthersProps = { role: ImageRole; name: string; inherits: boolean; onChoose: (value: string | undefined) => void }

function Others({ role, name, inherits, onChoose }: OthersProps) {
  const t = useTexts(texts)
  const images = useDesignImages()
  const fitting = images.data?.items.filter((image) => suits(image, role)).slice(0, 12) ?? []
  return (
    <Menu withinPortal position="bottom-start" shadow="md">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" aria-label={`${t('otherPicture')}: ${name}`}>
          {t('otherPicture')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {inherits && <Menu.Item onClick={() => onChoose(undefined)}>{t('asForAll')}</Menu.Item>}
        <Menu.Item onClick={() => onChoose('drawn')}>{t('pictureDrawn')}</Menu.Item>
        {role !== 'icon' && <Menu.Item onClick={() => onChoose('none')}>{t('pictureNone')}</Menu.Item>}
        {fitting.length > 0 && <Menu.Divider />}
        {fitting.map((image) => (
          <Menu.Item key={image.id} onClick={() => onChoose(image.id)}>
            <Group gap="xs" wrap="nowrap">
              <img className={classes.thumb} src={designImageUrl(image.id)} alt="" loading="lazy" />
              {t('uploaded', { size: `${image.width}×${image.height}` })}
            </Group>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
