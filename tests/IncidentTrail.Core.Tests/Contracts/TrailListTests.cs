using System.Collections;
using System.Reflection;

namespace IncidentTrail.Tests.Contracts;

public sealed class TrailListTests
{
    private static readonly Type[] s_given =
    [
        typeof(TrailEvent), typeof(TrailCallerSummary), typeof(TrailIncident), typeof(TrailTimelineEntry), typeof(TrailLog),
        typeof(TrailAction), typeof(TrailCoverage), typeof(TrailIntegrityResult), typeof(TrailIntegritySummary),
    ];

    [Fact]
    public void Every_list_that_people_get_is_of_the_one_type()
    {
        HashSet<Type> seen = [.. s_given];
        List<string> others = [];
        for (var found = s_given; found.Length > 0;)
        {
            var properties = found.SelectMany(type => type.GetProperties()).ToList();
            others.AddRange(properties.Where(IsOtherList).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
            found = [.. properties.SelectMany(p => p.PropertyType.GetGenericArguments().Append(p.PropertyType))
                .Where(type => type.Assembly == typeof(TrailEvent).Assembly && type != typeof(TrailObject) && seen.Add(type))];
        }

        Assert.Contains(typeof(TrailNoteRevision), seen);
        Assert.Equal(["TrailSourceCoverage.Facts"], others.Distinct());
    }

    [Fact]
    public void Values_are_found_by_index_and_in_order()
    {
        TrailList<string> list = ["a", "b", "c"];

        Assert.Equal(("a", "c", 3), (list[0], list[^1], list.Count));
        Assert.Equal(["a", "b", "c"], list);
        Assert.True(((IList)list).Contains("b"));
        Assert.Equal(-1, ((IList)list).IndexOf("d"));
        Assert.Throws<IndexOutOfRangeException>(() => list[3]);
    }

    [Fact]
    public void Its_text_joins_the_values_and_steers_nothing()
    {
        TrailList<string?> texts = ["a", null, "b\u001B[2J"];
        TrailList<double> numbers = [1.5, 2];

        Assert.Equal("a; ; b\uFFFD[2J", texts.ToString());
        Assert.Equal("1.5; 2", numbers.ToString());
        Assert.Equal(string.Empty, new TrailCoverage().Faults.ToString());
    }

    [Fact]
    public void Nobody_can_change_it()
    {
        IList list = (TrailList<string>)["a"];

        Assert.True(list.IsReadOnly && list.IsFixedSize);
        Assert.All<Action>(
            [() => list.Add("b"), list.Clear, () => list.Insert(0, "b"), () => list.Remove("a"), () => list.RemoveAt(0), () => list[0] = "b"],
            change => Assert.Contains("cannot be changed", Assert.Throws<NotSupportedException>(change).Message));
        Assert.Equal(["a"], list.Cast<string>());
    }

    [Fact]
    public void A_coverages_lists_grow_and_those_who_read_see_what_was_there_when_they_began()
    {
        var source = new TrailCoverage().Open("trail");
        var notes = source.Notes;
        source.Note("1");
        using var reading = notes.GetEnumerator();
        Assert.True(reading.MoveNext());
        for (var i = 2; i <= 9; i++)
            source.Note($"{i}");

        Assert.False(reading.MoveNext());
        Assert.Equal("1; 2; 3; 4; 5; 6; 7; 8; 9", notes.ToString());
    }

    [Fact]
    public async Task Nothing_is_lost_where_several_add_at_once()
    {
        TrailList<int> list = [];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(part => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++)
                list.Append((part * 1000) + i);
        })));

        Assert.Equal(Enumerable.Range(0, 4000), list.Order());
    }

    private static bool IsOtherList(PropertyInfo property) => property.PropertyType is var type
        && type.IsAssignableTo(typeof(IEnumerable)) && type != typeof(string) && type != typeof(TrailObject)
        && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(TrailList<>));
}
