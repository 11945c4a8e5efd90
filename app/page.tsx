export default function StartPage() {
  return (
    <main>
      <h1>Why was I denied?</h1>
    </main>
  );
}
