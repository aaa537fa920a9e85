namespace IncidentTrail.Tests.Architecture;

/// <summary>A project is built as its table of rooms says.</summary>
public abstract class RoomsTests
{
    private protected abstract RoomPlan Plan { get; }

    [Fact]
    public void Each_room_names_only_rooms_above_it() => Holds(Plan.Upward());

    [Fact]
    public void Rooms_are_the_folders() => Holds(Plan.Unknown());

    [Fact]
    public void No_type_uses_a_room_that_the_table_does_not_allow() => Holds(Plan.Forbidden());

    [Fact]
    public void The_table_allows_nothing_that_no_type_needs() => Holds(Plan.Unused());

    [Fact]
    public void The_table_is_the_one_that_contributors_read() => Holds(Plan.Untold());

    [Fact]
    public void Public_types_are_in_one_namespace_and_others_in_that_of_their_folder() => Holds(Plan.Misnamed());

    [Fact]
    public void Nothing_is_written_read_or_compared_by_the_sessions_culture_unless_it_says_so() => Holds(Plan.ByCulture());

    [Fact]
    public void No_file_is_overlong() => Holds(Plan.Overlong());

    [Fact]
    public void A_file_declares_one_type() => Holds(Plan.Crowded());

    [Fact]
    public void Only_code_that_runs_for_each_record_is_marked_hot() => Holds(Plan.HotOutside());

    private static void Holds(IEnumerable<string> broken)
    {
        var text = string.Join('\n', broken);
        Assert.True(text.Length == 0, text);
    }
}
