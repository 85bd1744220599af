// The page brings its own <html>, the same as the product's.
export default function Root({ children }) {
  return children;
}
