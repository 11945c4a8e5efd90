export default function NotFound() {
  return (
    <main>
      <h1>There is no such page</h1>
      <p>
        The address names nothing here. Go to <a href={`${process.env.NEXT_PUBLIC_BASE_PATH ?? ''}/`}>the start page</a>
        .
      </p>
    </main>
  );
}
