using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Tests.Sources.Saving;

/// <summary>The journal of a run that saves logs: whose it is, who reads it, and what becomes of it.</summary>
public sealed class SavedJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_is_taken_over_once_its_run_has_ended()
    {
        var journal = SavedJournal.Begin(_folder);
        var path = Assert.Single(SavedJournal.In(_folder));

        Assert.Null(SavedJournal.TakeOver(path));
        journal.Dispose();

        using var taken = SavedJournal.TakeOver(path);
        Assert.NotNull(taken);
        Assert.Null(SavedJournal.TakeOver(path));
    }

    [Fact]
    public void It_is_read_while_its_run_goes_on_and_while_another_takes_it_over()
    {
        var journal = SavedJournal.Begin(_folder);
        journal.Add(new SavedEntry("trail", "a", 1, null, null, "", new Dictionary<string, string>()));
        var path = Assert.Single(SavedJournal.In(_folder));

        Assert.Equal("a", Assert.Single(SavedJournal.Lines(path)).Key);
        journal.Dispose();

        using var taken = SavedJournal.TakeOver(path);
        Assert.NotNull(taken);
        Assert.Equal("a", Assert.Single(SavedJournal.Lines(path)).Key);
    }

    [Fact]
    public void Of_two_runs_that_were_killed_the_later_tells_what_is_there()
    {
        foreach (var tag in (string[])["one", "other"])
        {
            using var journal = SavedJournal.Begin(_folder);
            journal.Add(new SavedEntry("trail", "a", 1, tag, null, "", new Dictionary<string, string>()));
        }
        string[] paths = [.. SavedJournal.In(_folder)];

        foreach (var later in paths)
        {
            foreach (var path in paths)
                File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(path == later ? 2 : 1));

            Assert.Equal(Assert.Single(SavedJournal.Lines(later)).ETag, SavedManifest.Read(_folder).Last().ETag);
        }
    }

    [Fact]
    public void One_that_is_gone_has_no_lines()
    {
        using var journal = SavedJournal.Begin(_folder);
        var path = Assert.Single(SavedJournal.In(_folder));
        journal.Delete();

        Assert.Empty(SavedJournal.Lines(path));
    }

    [Fact]
    public void Nothing_of_it_is_left_once_it_is_deleted()
    {
        using (var journal = SavedJournal.Begin(_folder))
            journal.Delete();

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void One_that_cannot_be_deleted_is_left_for_the_next_run()
    {
        using var journal = SavedJournal.Begin(_folder);
        var path = Assert.Single(SavedJournal.In(_folder));
        // On Windows a reader would do; here a folder cannot be deleted as a file.
        journal.Dispose();
        File.Delete(path);
        Directory.CreateDirectory(path);

        journal.Delete();

        Assert.True(Directory.Exists(path));
    }
}
