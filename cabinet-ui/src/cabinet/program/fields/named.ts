type Names = { ru: string; en: string }

/** No name is empty: it takes the other language's, or what it was. */
export function named(names: Names, before: Names): Names {
  const ru = names.ru.trim()
  const en = names.en.trim()
  return { ru: ru || en || before.ru, en: en || ru || before.en }
}
