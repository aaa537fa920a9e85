using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Tests.Sources.Saving;

/// <summary>The manifest of a folder that several runs save into at once.</summary>
public sealed class SavedManifestTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("manifest").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Runs_at_once_lose_none_of_each_other_s_lines(bool firstEndsFirst)
    {
        var (first, second) = (new SavedManifest(_folder), new SavedManifest(_folder));
        for (var i = 0; i < 50; i++)
        {
            first.Add(Entry($"first/{i:00}"));
            second.Add(Entry($"second/{i:00}"));
        }

        (firstEndsFirst ? first : second).Dispose();
        Assert.Equal(100, Keys().Count);
        (firstEndsFirst ? second : first).Dispose();

        Assert.Equal(100, Keys().Count);
        Assert.Equal(["saved.incidenttrail"], Names());
    }

    [Fact]
    public void A_run_that_began_before_another_ended_keeps_what_that_one_added()
    {
        using (var late = new SavedManifest(_folder))
        {
            using (var early = new SavedManifest(_folder))
                early.Add(Entry("early"));
            late.Add(Entry("late"));
        }

        Assert.Equal(["early", "late"], Keys());
    }

    [Fact]
    public void A_run_that_adds_nothing_leaves_the_others_alone()
    {
        using var other = new SavedManifest(_folder);
        other.Add(Entry("a"));
        new SavedManifest(_folder).Dispose();
        other.Add(Entry("b"));

        Assert.Equal(["a", "b"], Keys());
        Assert.NotNull(new SavedManifest(_folder).Find("trail", "b"));
    }

    [Theory]
    [InlineData("saved.incidenttrail")]
    [InlineData(".saved.0.journal.incidenttrail")]
    public void Lines_that_cannot_be_read_are_told_by_their_file(string name)
    {
        var path = Path.Combine(_folder, name);
        using var held = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

        var fault = Assert.Throws<TrailSourceException>(() => new SavedManifest(_folder)).Fault;

        Assert.Equal((TrailFaultKind.ReadFailed, path), (fault.Kind, fault.Target));
    }

    [Fact]
    public void What_a_killed_run_left_is_taken_over_by_the_next()
    {
        File.WriteAllBytes(Path.Combine(_folder, ".saved.0.journal.incidenttrail"), [.. Entry("killed").ToLine(), (byte)'{']);

        using (var next = new SavedManifest(_folder))
            Assert.NotNull(next.Find("trail", "killed"));

        Assert.Equal(["killed"], Keys());
        Assert.Equal(["saved.incidenttrail"], Names());
    }

    [Fact]
    public void A_reading_meets_the_lines_of_a_save_that_ends_once_the_manifest_is_being_read()
    {
        using (var earlier = new SavedManifest(_folder))
            earlier.Add(Entry("earlier"));
        var ending = new SavedManifest(_folder);
        ending.Add(Entry("late"));

        using var reading = SavedManifest.Read(_folder).GetEnumerator();
        Assert.True(reading.MoveNext());
        Assert.Equal("earlier", reading.Current.Key);
        ending.Dispose();

        Assert.True(reading.MoveNext());
        Assert.Equal("late", reading.Current.Key);
        Assert.False(reading.MoveNext());
    }

    [Fact]
    public void A_reading_meets_the_lines_of_a_save_that_ends_before_the_manifest_is_read()
    {
        var ending = new SavedManifest(_folder);
        ending.Add(Entry("a"));

        var reading = SavedManifest.Read(_folder);
        ending.Dispose();

        Assert.Equal(["a"], reading.Select(entry => entry.Key).Distinct());
    }

    [Fact]
    public void A_run_that_adds_nothing_leaves_no_file_of_its_own_beside_one_that_goes_on()
    {
        using var other = new SavedManifest(_folder);
        other.Add(Entry("a"));
        var before = Names();

        new SavedManifest(_folder).Dispose();

        Assert.Equal(before.Order(), Names().Order());
    }

    [Fact]
    public void Lines_stay_in_their_journal_where_the_manifest_cannot_be_replaced_and_the_next_run_takes_them_over()
    {
        var inTheWay = Directory.CreateDirectory(Path.Combine(_folder, "saved.incidenttrail"));
        using (var run = new SavedManifest(_folder))
            run.Add(Entry("a"));
        Assert.Equal(["a"], Keys());
        Assert.Contains(Names(), name => name.EndsWith(".journal.incidenttrail", StringComparison.Ordinal));

        inTheWay.Delete();
        new SavedManifest(_folder).Dispose();

        Assert.Equal(["a"], Keys());
        Assert.Equal(["saved.incidenttrail"], Names());
    }

    private static SavedEntry Entry(string key) => new("trail", key, 1, null, null, "", new Dictionary<string, string> { ["signature"] = key });

    private List<string> Keys() => [.. SavedManifest.Read(_folder).Select(entry => entry.Key).Distinct().Order(StringComparer.Ordinal)];

    private string[] Names() => [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path)!)];
}
