export default function Home() {
  return <main>At Least Once</main>;
}
