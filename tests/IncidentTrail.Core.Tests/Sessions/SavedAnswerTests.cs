using System.Text.Json;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sessions;

/// <summary>
/// Answers of LookupEvents as people keep them. With --max-items aws-cli 2.9.19 stops there and writes a NextToken behind the
/// events: the rest of Event history is in no file.
/// </summary>
public sealed class SavedAnswerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Theory]
    [InlineData(""", "NextToken": "abc" """)]
    [InlineData(""","NextToken":"abc","ResponseMetadata":{"RetryAttempts":0}""")]
    [InlineData(""","nextToken":"abc" """)]
    public void One_that_says_that_more_follows_leaves_the_answer_incomplete(string behind)
    {
        var answer = Read(Answer("1", behind));

        Assert.Equal("1", Assert.Single(answer.Events).EventId);
        Assert.False(answer.Coverage.IsComplete);
        Assert.Empty(answer.Coverage.Faults);
    }

    [Fact]
    public void The_token_may_stand_before_the_events() =>
        Assert.False(Read($$"""{"NextToken":"abc",{{Answer("1", "")[1..]}}""").Coverage.IsComplete);

    [Theory]
    [InlineData("")]
    [InlineData(""","NextToken":null""")]
    [InlineData(""","NextToken":"" """)]
    [InlineData(""","ResponseMetadata":{"RetryAttempts":0}""")]
    public void One_that_does_not_is_complete(string behind) => Assert.True(Read(Answer("1", behind)).Coverage.IsComplete);

    [Fact]
    public void Pages_that_end_with_the_last_one_are_complete_in_one_file()
    {
        const string More = ""","NextToken":"abc" """;

        Assert.True(Read(Answer("1", More) + Answer("2", More) + Answer("3", "")).Coverage.IsComplete);
        Assert.False(Read(Answer("1", More) + Answer("2", More)).Coverage.IsComplete);
    }

    [Fact]
    public void A_last_page_of_another_file_may_be_of_another_answer_and_it_says_so()
    {
        Write(Answer("1", ""","NextToken":"abc" """), Answer("2", ""));

        var said = Assert.Single(Said(out var coverage));

        Assert.False(coverage.IsComplete);
        Assert.Contains("whether the last pages that other logs hold are of the same answer cannot be told from them", said.Text);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""","NextToken":"abc" """, false)]
    public void The_last_page_may_hold_no_event(string behind, bool isComplete) =>
        Assert.Equal(isComplete, Read(Answer("1", ""","NextToken":"abc" """) + $$"""{"Events":[]{{behind}}}""").Coverage.IsComplete);

    [Fact]
    public void An_answer_without_events_says_that_more_follows_as_others_do() =>
        Assert.False(Read("""{"Events":[],"NextToken":"abc"}""").Coverage.IsComplete);

    [Theory]
    [InlineData("", true)]
    [InlineData(""","NextToken":"abc" """, false)]
    public void Pages_may_stand_in_a_list_and_behind_other_members(string behind, bool isComplete)
    {
        var (first, last) = (Answer("1", ""","NextToken":"abc" """), Answer("2", behind));

        Assert.Equal(isComplete, Read($"[{first},{last}]").Coverage.IsComplete);
        Assert.Equal(isComplete, Read($$"""{"ResponseMetadata":{"RetryAttempts":0},{{last[1..]}}""").Coverage.IsComplete);
    }

    [Fact]
    public void Behind_the_last_page_another_answer_begins() =>
        Assert.False(Read(Answer("1", "") + Answer("2", ""","NextToken":"abc" """)).Coverage.IsComplete);

    [Fact]
    public void What_somebody_sent_as_a_parameter_is_no_answer() =>
        Assert.True(Read("""{"requestParameters":{"Events":[],"NextToken":"abc"},""" + TrailSessionTests.Record("1")[1..]).Coverage.IsComplete);

    [Fact]
    public void Logs_beside_it_are_not_its_last_page()
    {
        var log = $$"""{"Records":[{{TrailSessionTests.Record("2")}}]}""";

        Assert.False(Read(Answer("1", ""","NextToken":"abc" """), log).Coverage.IsComplete);
    }

    [Fact]
    public void Of_several_the_first_is_named_and_the_others_are_counted()
    {
        Write(Answer("1", ""","NextToken":"abc" """), Answer("2", ""","NextToken":"def" """));

        var said = Assert.Single(Said(out _));

        Assert.Equal(TrailNoticeKind.Warning, said.Kind);
        Assert.Equal(
            $"{Path.Combine(_folder.FullName, "0.json")} holds an answer that says that more events follow (NextToken; 2 such answers in all), and none that "
            + "was read holds the last of them. Ask the AWS CLI again without --max-items, or keep the pages of one answer in one file, in their order.", said.Text);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private LogReading.LogAnswer Read(params string[] answers)
    {
        Write(answers);
        return LogReading.ReadSource(new FileSource([_folder.FullName]));
    }

    private IReadOnlyList<TrailNotice> Said(out TrailCoverage coverage)
    {
        coverage = new TrailCoverage();
        var session = new TrailSession(LogReading.Everything, coverage);
        foreach (var _ in session.ReadAsync(new FileSource([_folder.FullName]), CancellationToken.None).ToBlockingEnumerable())
        {
        }
        return session.FinishBatch().Notices;
    }

    private void Write(params string[] answers)
    {
        foreach (var file in _folder.GetFiles())
            file.Delete();
        for (var i = 0; i < answers.Length; i++)
            File.WriteAllText(Path.Combine(_folder.FullName, $"{i}.json"), answers[i]);
    }

    private static string Answer(string id, string behind) =>
        $$"""{"Events":[{"EventId":"{{id}}","CloudTrailEvent":{{JsonSerializer.Serialize(TrailSessionTests.Record(id))}}}]{{behind}}}""";
}
