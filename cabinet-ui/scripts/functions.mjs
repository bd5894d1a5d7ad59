import ts from 'typescript'

/** Functions of a source whose bodies, first brace to last, have more lines than `most`. */
export function longFunctions(name, source, most) {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found = []
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const line = (at) => file.getLineAndCharacterOfPosition(at).line
      const lines = line(node.body.getEnd()) - line(node.body.getStart()) + 1
      const said = node.name ?? node.parent.name
      if (lines > most) found.push({ name: said?.getText() ?? `line ${line(node.getStart()) + 1}`, lines })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
