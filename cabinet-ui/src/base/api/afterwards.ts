/**
 * Does it and goes on when it is done, even where whatever asked for it has vanished with its own success (a row that is gone, a note
 * that has been answered): what a mutation is handed for that is then forgotten. A failure is told by the mutation itself.
 */
export function afterwards<Result, Variables>(
  mutation: { mutateAsync: (variables: Variables) => Promise<Result> },
  variables: Variables,
  next: (result: Result) => void,
): void {
  mutation.mutateAsync(variables).then(next, () => undefined)
}
