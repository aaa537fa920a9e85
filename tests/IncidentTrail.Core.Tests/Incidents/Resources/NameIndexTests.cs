using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Tests.Incidents.Resources;

public sealed class NameIndexTests
{
    private const int Seed = 20260505;

    [Fact]
    public void It_finds_what_may_be_meant_and_nothing_else()
    {
        var random = new Random(Seed);
        var names = Enumerable.Range(0, 400).Select(_ => Name(random)).ToList();
        var index = new NameIndex<int>();
        for (var i = 0; i < names.Count; i++)
        {
            index.Add(names[i], i);
            var asked = Name(random);
            foreach (var sameness in (Sameness[])[Sameness.Same, Sameness.Unknown])
            {
                Assert.Equal(
                    Enumerable.Range(0, i + 1).Where(n => names[n].Compare(asked) == sameness),
                    index.Find(asked).Where(f => f.Sameness == sameness).SelectMany(f => f.Found).Order());
            }
        }
    }

    [Fact]
    public void What_is_the_same_for_sure_comes_first_and_each_list_is_in_the_order_of_adding()
    {
        var index = new NameIndex<string>();
        index.Add(Contact(null), "unknown");
        index.Add(Contact("111122223333"), "first");
        index.Add(Contact("111122223333"), "second");
        index.Add(Contact("444455556666"), "other");

        Assert.Equal(["first", "second", "unknown"], index.Find(Contact("111122223333")).SelectMany(f => f.Found));
    }

    [Fact]
    public void The_same_name_in_very_many_accounts_is_found_without_a_look_at_the_others()
    {
        const int many = 100_000;
        var index = new NameIndex<int>();
        for (var i = 0; i < many; i++)
            index.Add(Contact($"{i:D12}"), i);

        for (var i = 0; i < many; i++)
            Assert.Equal(i, Assert.Single(Assert.Single(index.Find(Contact($"{i:D12}"))).Found));
    }

    private static ResourceName Contact(string? account) => new(ResourceKind.Contact, "oncall", account, "us-east-1");

    private static ResourceName Name(Random random) => new(
        random.Next(3) switch { 0 => ResourceKind.Contact, 1 => ResourceKind.EventRule, _ => ResourceKind.ResponsePlan },
        Pick(random, "a", "b", "B")!, Pick(random, "111122223333", "444455556666", null), Pick(random, "us-east-1", "eu-west-1", null),
        Pick(random, "default", "orders", null));

    private static string? Pick(Random random, params string?[] texts) => texts[random.Next(texts.Length)];
}
