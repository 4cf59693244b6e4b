/**
 * A view that fails where a template asks for a property that it does not have: a misspelt name in a condition would
 * otherwise be quietly false. Lists of the design system's own macros, which look for many optional properties, are
 * left as they are.
 */
export function strictView<View>(view: View, path = 'view'): View {
  if (typeof view !== 'object' || view === null) return view;
  return new Proxy(view, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol') return value;
      if (!(name in target)) throw new Error(`No ${path}.${name}: the template asks for what is not there`);
      if (ofTheDesignSystem.has(name) || typeof value === 'function') return value;
      return strictView(value, `${path}.${name}`);
    },
  });
}

const ofTheDesignSystem = new Set(['links', 'crumbs', 'errors', 'errorList', 'selectItems']);
