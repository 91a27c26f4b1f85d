namespace Academy.Domain.Data;

/// <summary>What is the matter with the store, or the disk that it is on, whatever is written or read.</summary>
public enum StoreTrouble
{
    Locked,
    Full,
    ReadOnly,
    Damaged,
    Gone,
}
